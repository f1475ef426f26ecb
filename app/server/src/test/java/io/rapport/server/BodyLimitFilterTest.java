package io.rapport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodyLimitFilterTest {

    private static final String RULES = "/rules/publish";
    private static final int UNDECLARED = -1;

    private final BodyLimitFilter filter = new BodyLimitFilter();

    @BeforeEach
    void limits() {
        filter.mostBytes = 1000;
        filter.mostBytesOfRules = 5000;
    }

    /** The status of the answer to a body; 200 where it was read to its end. */
    private int send(String path, int declared, int bytes) throws Exception {
        var response = new FakeResponse();
        var request = new FakeRequest("192.0.2.1").to("/api/v1", path).body(declared, bytes);
        filter.doFilter(
                request, response, (seen, answer) -> seen.getInputStream().readAllBytes());
        return response.status();
    }

    @Test
    void aBodyAboveTheLimitIsRefusedByItsDeclaredLength() throws Exception {
        assertThat(send("/labels", 1000, 1000)).isEqualTo(200);
        assertThat(send("/labels", 1001, 1001)).isEqualTo(413);
    }

    @Test
    void aBodyOfUndeclaredLengthIsRefusedOnceItGoesBeyondTheLimit() {
        assertThatCode(() -> send("/labels", UNDECLARED, 1000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> send("/labels", UNDECLARED, 1001)).isInstanceOf(TooLargeException.class);
    }

    @Test
    void rulesMayBeLargerSinceAllOfThemAreSentTogether() throws Exception {
        assertThat(send(RULES, 5000, 5000)).isEqualTo(200);
        assertThat(send(RULES, 5001, 5001)).isEqualTo(413);
        assertThat(send(RULES, UNDECLARED, 5000)).isEqualTo(200);
        assertThatThrownBy(() -> send(RULES, UNDECLARED, 5001)).isInstanceOf(IOException.class);
    }

    @Test
    void aPathThatOnlyBeginsAlikeIsNotThatOfRules() throws Exception {
        assertThat(send("/rulesets", 1001, 1001)).isEqualTo(413);
        assertThat(send(null, 1001, 1001)).isEqualTo(413);
    }
}
