package io.rapport.sites.internal;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import java.util.List;

/** Why an identity token is refused: 422 for what no site should send, 401 for what proves nothing here and now. */
enum TokenRefusal {
    MALFORMED(422, "malformed", "No identity token"),
    TOO_LARGE(422, "too-large", "Identity token too large"),
    ALGORITHM(422, "algorithm", "Identity token of another algorithm"),
    NO_EXPIRY(422, "no-expiry", "Identity token without an end"),
    SUBJECT(422, "subject", "Identity token that names nobody"),
    SIGNATURE(401, "signature", "Identity token not accepted"),
    AUDIENCE(401, "audience", "Identity token for another site"),
    EXPIRED(401, "expired", "Identity token expired");

    private static final String FIELD = "identityToken";

    private final int status;
    private final String type;
    private final String title;

    TokenRefusal(int status, String type, String title) {
        this.status = status;
        this.type = "/problems/identity-token-" + type;
        this.title = title;
    }

    /** The refusal; the message goes on where the field's name begins. */
    Problem because(String message) {
        return Problem.about(status, type, title, List.of(new FieldError(FIELD, message)));
    }
}
