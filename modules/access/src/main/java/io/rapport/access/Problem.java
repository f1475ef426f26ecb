package io.rapport.access;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A request refused for a reason that its sender may know: Problem Details (RFC 9457), as an exception.
 *
 * <p>Thrown anywhere below a resource and answered in one place as {@link ProblemBody}. It is an answer, not a fault, so
 * it carries no stack trace and nobody logs it.
 */
public final class Problem extends RuntimeException {

    /** The media type of the answer (RFC 9457, section 3). */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The type of a problem that says no more than its status (RFC 9457, section 4.2.1). */
    public static final String UNTYPED = "about:blank";

    /** The type of a 422. */
    public static final String INVALID = "/problems/invalid";

    private final int status;
    private final String type;
    private final String title;
    private final transient List<FieldError> errors;
    private final Duration retryAfter;
    private final String challenge;

    private Problem(
            int status,
            String type,
            String title,
            String detail,
            List<FieldError> errors,
            Duration retryAfter,
            String challenge) {
        super(detail == null ? title : detail, null, false, false);
        this.status = status;
        this.type = Objects.requireNonNull(type, "type");
        this.title = Objects.requireNonNull(title, "title");
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
        this.challenge = challenge;
    }

    /** Any other problem: status 400–599, type a URI reference like {@code /problems/last-administrator}. */
    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, List.of(), null, null);
    }

    /** As {@link #of(int, String, String, String)}, about these fields; at least one. */
    public static Problem about(int status, String type, String title, List<FieldError> errors) {
        FieldError first = errors.get(0);
        return new Problem(status, type, title, first.field() + " " + first.message() + ".", errors, null, null);
    }

    /** 400: the request cannot be read; the detail says why. */
    public static Problem badRequest(String detail) {
        return of(400, UNTYPED, "Bad Request", detail);
    }

    /** 401: nobody is signed in. */
    public static Problem unauthorised() {
        return challenging(401, UNTYPED, "Unauthorized", "Sign in first.", "Bearer");
    }

    /** 401: the API token is worth nothing; why is nobody's business who holds it (RFC 6750, section 3.1). */
    public static Problem tokenInvalid() {
        return challenging(
                401,
                "/problems/token-invalid",
                "Token invalid",
                "The API token is wrong, has expired or was revoked.",
                "Bearer error=\"invalid_token\"");
    }

    /** 403: the API token lacks these scopes; at least one (RFC 6750, section 3.1). */
    public static Problem scopeMissing(List<String> scopes) {
        return challenging(
                403,
                "/problems/scope-missing",
                "Scope missing",
                "The API token needs, and does not have: " + String.join(", ", scopes) + ".",
                "Bearer error=\"insufficient_scope\", scope=\"" + String.join(" ", scopes) + "\"");
    }

    private static Problem challenging(int status, String type, String title, String detail, String challenge) {
        return new Problem(status, type, title, detail, List.of(), null, challenge);
    }

    /** 403: whoever asks may not do that; the detail says why. */
    public static Problem forbidden(String detail) {
        return of(403, UNTYPED, "Forbidden", detail);
    }

    /** 404: there is no such thing, or none that the asker may see; {@code what} is a noun like "conversation". */
    public static Problem notFound(String what) {
        return of(404, UNTYPED, "Not Found", "There is no such " + what + ".");
    }

    /** 409: the state of things forbids it; the type tells programs why, title and detail tell people. */
    public static Problem conflict(String type, String title, String detail) {
        return of(409, type, title, detail);
    }

    /** 412: somebody else changed it meanwhile (the request's {@code If-Match} is out of date). */
    public static Problem preconditionFailed() {
        return of(412, UNTYPED, "Precondition Failed", "It was changed meanwhile: read it again, then repeat.");
    }

    /** 413: the request is too large. */
    public static Problem tooLarge() {
        return of(413, UNTYPED, "Content Too Large", "The request is too large.");
    }

    /** 422: these fields are wrong; at least one. */
    public static Problem invalid(FieldError... errors) {
        return invalid(List.of(errors));
    }

    /** 422: these fields are wrong; at least one. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(422, INVALID, "Invalid input", "Some fields cannot be accepted.", errors, null, null);
    }

    /** 429: too many attempts; welcome again after that time, told in whole seconds, at least one. */
    public static Problem tooMany(Duration retryAfter) {
        return new Problem(
                429, UNTYPED, "Too Many Requests", "Too many requests. Try later.", List.of(), retryAfter, null);
    }

    /** 503: something that this needs is down; worth trying again after that time. */
    public static Problem unavailable(Duration retryAfter) {
        return new Problem(
                503, UNTYPED, "Service Unavailable", "Not available just now. Try later.", List.of(), retryAfter, null);
    }

    /** The HTTP status, 400–599. */
    public int status() {
        return status;
    }

    /** A URI reference that names the sort of problem; {@link #UNTYPED} where the status says it all. */
    public String type() {
        return type;
    }

    /** A short sentence, the same for every problem of the type; never null. */
    public String title() {
        return title;
    }

    /** What went wrong this time, for people; never null. */
    public String detail() {
        return getMessage();
    }

    /** The fields that are wrong; empty where the fault is not in one. */
    public List<FieldError> errors() {
        return errors;
    }

    /** When to come back, for the header {@code Retry-After}: whole seconds, at least 1; empty where waiting is no use. */
    public Optional<Long> retryAfterSeconds() {
        return Optional.ofNullable(retryAfter)
                .map(wait -> Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    /** How to come in, for the header {@code WWW-Authenticate} (RFC 9110, section 11.6.1); empty where that is not it. */
    public Optional<String> challenge() {
        return Optional.ofNullable(challenge);
    }
}
