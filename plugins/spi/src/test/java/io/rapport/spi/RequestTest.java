package io.rapport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestTest {

    @Test
    void carriesWhatIsKnownAndSaysWhatIsVerified() {
        Request request = Request.at("shop")
                .wanting(Subject.CONTACT)
                .fact(Fact.EMAIL, "mai@example.org")
                .verifiedFact(Fact.EXTERNAL_ID, "c-7")
                .fact(Fact.PHONE, " ")
                .verifiedFact(Fact.PHONE, null)
                .timeLimit(Duration.ofMillis(200))
                .build();

        assertThat(request.fact(Fact.EMAIL)).contains("mai@example.org");
        assertThat(request.verified(Fact.EMAIL)).isFalse();
        assertThat(request.verified(Fact.EXTERNAL_ID)).isTrue();
        assertThat(request.fact(Fact.PHONE)).isEmpty();
        assertThat(request.verified(Fact.PHONE)).isFalse();
        assertThat(request.timeLimit()).hasMillis(200);
    }

    @Test
    void hidesPersonalDataFromLogs() {
        Request request = Request.at("shop")
                .wanting(Subject.CONTACT)
                .fact(Fact.EMAIL, "mai@example.org")
                .build();

        assertThat(request).asString().contains("EMAIL").doesNotContain("mai");
    }

    @Test
    void refusesToWantNothingOrToVerifyAFactOfTheSession() {
        assertThatIllegalArgumentException().isThrownBy(() -> Request.at("shop").build());
        assertThatIllegalArgumentException().isThrownBy(() -> Request.at("shop").verifiedFact(Fact.USER_AGENT, "curl"));
    }
}
