package io.rapport.enrichment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.SessionId;
import io.rapport.events.Source;
import io.rapport.spi.Fact;
import io.rapport.spi.Request;
import io.rapport.spi.Subject;
import org.junit.jupiter.api.Test;

class KnownFactsTest {

    private final Shop shop = new Shop();

    @Test
    void aSessionIsKnownByWhatTheBrowserSent() {
        Request known = shop.facts().about(shop.session).orElseThrow();

        assertThat(known.siteKey()).isEqualTo("shop");
        assertThat(known.wanted()).containsExactly(Subject.SESSION);
        assertThat(known.fact(Fact.USER_AGENT)).contains("curl/8.4.0");
        assertThat(known.fact(Fact.TIME_ZONE)).contains("Asia/Ho_Chi_Minh");
        assertThat(known.fact(Fact.REMOTE_ADDRESS)).contains("8.8.8.8");
        assertThat(known.fact(Fact.REFERRER)).isEmpty();
        assertThat(known.fact(Fact.EMAIL)).isEmpty();
        assertThat(shop.facts().about(SessionId.next())).isEmpty();
    }

    @Test
    void whatAVisitorTypedIsNotProvenAndWhatAnAgentOrTokenSaysIs() {
        shop.email("Mai@Example.org", Source.FORM).phone("+84912345678", Source.AGENT);

        Request known = shop.facts().about(shop.contact, shop.conversation).orElseThrow();

        assertThat(known.wanted()).containsExactlyInAnyOrder(Subject.CONTACT, Subject.CONVERSATION);
        assertThat(known.fact(Fact.EMAIL)).contains("mai@example.org");
        assertThat(known.verified(Fact.EMAIL)).isFalse();
        assertThat(known.fact(Fact.PHONE)).contains("+84912345678");
        assertThat(known.verified(Fact.PHONE)).isTrue();
        assertThat(known.fact(Fact.LANGUAGE)).contains("vi");
    }

    @Test
    void aPhoneNumberThatIsNoneIsNotHandedOut() {
        shop.phone("ask my mother", Source.FORM);

        assertThat(shop.facts()
                        .about(shop.contact, shop.conversation)
                        .orElseThrow()
                        .fact(Fact.PHONE))
                .isEmpty();
    }

    @Test
    void nothingIsKnownOfAContactThatIsGone() {
        shop.contactGone = true;

        assertThat(shop.facts().about(shop.contact, shop.conversation)).isEmpty();
    }
}
