package io.rapport.access;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A {@link Problem} as it is sent (RFC 9457): null members are left out.
 *
 * @param type a URI reference
 * @param title a short sentence, the same for every problem of the type
 * @param status the HTTP status
 * @param detail what went wrong this time; null leaves it out
 * @param errors the wrong fields; null leaves them out
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "errors"})
@JsonbNillable(false)
@Schema(
        name = "Problem",
        requiredProperties = {"type", "title", "status"})
public record ProblemBody(String type, String title, int status, String detail, List<FieldError> errors) {

    /** The body that answers with this problem. */
    public static ProblemBody of(Problem problem) {
        List<FieldError> errors = problem.errors().isEmpty() ? null : problem.errors();
        return new ProblemBody(problem.type(), problem.title(), problem.status(), problem.detail(), errors);
    }

    /** Answers with a problem where no resource does: in a filter. */
    public static void answer(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        problem.retryAfterSeconds().ifPresent(seconds -> response.setHeader("Retry-After", Long.toString(seconds)));
        response.getOutputStream().write(Writing.JSON.toJson(of(problem)).getBytes(StandardCharsets.UTF_8));
    }

    /** Made when first needed, since plain tests of problems have no provider of JSON. */
    private static final class Writing {
        private static final Jsonb JSON = JsonbBuilder.create();
    }
}
