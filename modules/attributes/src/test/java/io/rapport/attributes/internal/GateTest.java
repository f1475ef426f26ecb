package io.rapport.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeType;
import io.rapport.attributes.FixedDefinitions;
import io.rapport.attributes.Privacy;
import io.rapport.attributes.ProposedValue;
import io.rapport.events.SiteId;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.TimeOrderedId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private final SiteId shop = SiteId.next();
    private final FixedDefinitions definitions = new FixedDefinitions().with(atShop());

    @Test
    void visitorsOfOtherSitesMayNotWriteWhatAppliesAtOneOnly() {
        for (Source source : List.of(Source.FORM, Source.SDK)) {
            assertThat(fault(source, shop.toString(), "size")).isNull();
            assertThat(fault(source, SiteId.next().toString(), "size")).isEqualTo("does not apply at this site");
            assertThat(fault(source, "nowhere", "size")).isEqualTo("does not apply at this site");
        }
        assertThat(fault(Source.AGENT, "agents", "size")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__proto__",
                "Size",
                "si ze",
                "si\"ze",
                "si'ze",
                "size\u0000",
                "größe",
                "1size",
                "",
                "a.b",
                "size\n"
            })
    void oddKeysAreRefusedBeforeAnybodyLooksThemUp(String key) {
        assertThat(fault(Source.SDK, shop.toString(), key)).isEqualTo(Gate.FORM_OF_KEYS);
    }

    private String fault(Source source, String sourceId, String key) {
        return new Gate(definitions, Subject.Kind.CONTACT, source, sourceId, null)
                .check(ProposedValue.of(key, "42"))
                .fault();
    }

    private AttributeDefinition atShop() {
        return new AttributeDefinition(
                TimeOrderedId.next(),
                Subject.Kind.CONTACT,
                "size",
                "Size",
                "",
                AttributeType.TEXT,
                List.of(),
                "",
                0,
                true,
                null,
                Set.of(shop),
                false,
                Privacy.ORDINARY,
                null,
                1);
    }
}
