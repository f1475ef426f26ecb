package io.rapport.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeType;
import io.rapport.attributes.Privacy;
import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import io.rapport.events.TimeOrderedId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionPatchTest {

    private final SiteId shop = SiteId.next();
    private final AttributeDefinition known = new AttributeDefinition(
            TimeOrderedId.next(),
            Subject.Kind.CONTACT,
            "order",
            "Order",
            "What it is",
            AttributeType.TEXT,
            List.of(),
            "Shop",
            3,
            true,
            "[A-Z]+",
            Set.of(shop),
            true,
            Privacy.PERSONAL,
            30,
            7);

    @Test
    void whatIsAbsentStays() {
        assertThat(DefinitionPatch.applied(known, Map.of())).isEqualTo(known);
    }

    @Test
    void nullTakesBackWhatSomebodySaid() {
        Map<String, Object> nulls = new HashMap<>();
        for (String member : List.of(
                "description",
                "options",
                "group",
                "position",
                "visitorsMayWrite",
                "pattern",
                "sites",
                "requiredBeforeResolve",
                "privacy",
                "retentionDays")) {
            nulls.put(member, null);
        }

        assertThat(DefinitionPatch.applied(known, nulls))
                .isEqualTo(new AttributeDefinition(
                        known.id(),
                        Subject.Kind.CONTACT,
                        "order",
                        "Order",
                        "",
                        AttributeType.TEXT,
                        List.of(),
                        "",
                        0,
                        false,
                        null,
                        Set.of(),
                        false,
                        Privacy.ORDINARY,
                        null,
                        7));
    }

    @Test
    void whatIsThereIsTaken() {
        SiteId other = SiteId.next();

        assertThat(DefinitionPatch.applied(
                        known,
                        Map.of(
                                "name",
                                "Number",
                                "position",
                                BigDecimal.TEN,
                                "sites",
                                List.of(other.toString()),
                                "privacy",
                                "sensitive",
                                "retentionDays",
                                BigDecimal.ONE,
                                "visitorsMayWrite",
                                false)))
                .matches(patched -> patched.name().equals("Number") && patched.position() == 10)
                .matches(patched -> patched.sites().equals(Set.of(other)) && patched.privacy() == Privacy.SENSITIVE)
                .matches(patched -> patched.retentionDays() == 1 && !patched.visitorsMayWrite());
    }

    @Test
    void whatNobodyMaySetIsPassedOver() {
        assertThat(DefinitionPatch.applied(known, Map.of("id", "x", "version", 99, "createdAt", "now")))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"subject,conversation", "key,orders", "type,number"})
    void whatNeverChangesIsRefusedUnlessItIsTheSame(String member, String value) {
        assertThat(errors(Map.of(member, value)))
                .containsExactly(new FieldError(member, "never changes: declare another attribute"));
        assertThat(errors(Collections.singletonMap(member, null))).hasSize(1);
        assertThat(DefinitionPatch.applied(known, Map.of("subject", "contact", "key", "order", "type", "text")))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "description",
                "options",
                "position",
                "visitorsMayWrite",
                "sites",
                "privacy",
                "retentionDays"
            })
    void membersOfAnotherTypeAreRefused(String member) {
        assertThat(errors(Map.of(member, Map.of())))
                .extracting(FieldError::field)
                .containsExactly(member);
    }

    @Test
    void numbersAreWholeAndSitesAreIds() {
        assertThat(errors(Map.of("position", new BigDecimal("1.5")))).hasSize(1);
        assertThat(errors(Map.of("position", new BigDecimal("1e30")))).hasSize(1);
        assertThat(errors(Map.of("position", "3"))).hasSize(1);
        assertThat(errors(Map.of("sites", List.of("shop")))).hasSize(1);
        assertThat(errors(Map.of("privacy", "secret"))).hasSize(1);
    }

    private List<FieldError> errors(Map<String, Object> patch) {
        return catchThrowableOfType(Problem.class, () -> DefinitionPatch.applied(known, patch))
                .errors();
    }
}
