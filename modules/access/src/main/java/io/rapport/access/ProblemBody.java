package io.rapport.access;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
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
}
