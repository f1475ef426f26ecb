package io.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void aPlainProblemIsSentWithoutTheMembersThatItDoesNotHave() throws Exception {
        assertThat(json(Problem.notFound("conversation")))
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                        + "\"detail\":\"There is no such conversation.\"}");
    }

    @Test
    void wrongFieldsAreSentByName() throws Exception {
        assertThat(json(Problem.invalid(new FieldError("email", "is required"))))
                .contains("\"status\":422")
                .contains("\"errors\":[{\"field\":\"email\",\"message\":\"is required\"}]");
    }

    @Test
    void theWaitIsToldInWholeSecondsRoundedUpAndNeverZero() {
        assertThat(Problem.tooMany(Duration.ofMillis(1200)).retryAfterSeconds()).contains(2L);
        assertThat(Problem.tooMany(Duration.ofMillis(-5)).retryAfterSeconds()).contains(1L);
        assertThat(Problem.tooLarge().retryAfterSeconds()).isEmpty();
    }

    private static String json(Problem problem) throws Exception {
        try (Jsonb jsonb = JsonbBuilder.create()) {
            return jsonb.toJson(ProblemBody.of(problem));
        }
    }
}
