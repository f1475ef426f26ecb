package io.rapport.attributes;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shown value that somebody saw before changing it: the preconditions of a request (RFC 9110, sections 13.1.1 and
 * 13.1.2), so that of two agents who edit one attribute the second learns of the first.
 *
 * @param versions versions of which one must still be shown; empty: any
 * @param none whether nothing must be shown, an agent's 'empty' counting as nothing
 */
public record SeenValue(Set<String> versions, boolean none) {

    /** Whoever changes without having looked. */
    public static final SeenValue UNSEEN = new SeenValue(Set.of(), false);

    private static final String ANY = "*";

    public SeenValue {
        versions = Set.copyOf(versions);
    }

    /**
     * By the headers of a request.
     *
     * @param ifMatch versions in quotes, as {@code ETag} gave them out; null and {@code *} for any
     * @param ifNoneMatch {@code *} where nothing was seen; null otherwise
     * @throws Problem 422 for another {@code If-None-Match}
     */
    public static SeenValue of(String ifMatch, String ifNoneMatch) {
        if (ifNoneMatch != null && !ifNoneMatch.strip().equals(ANY)) {
            throw Problem.invalid(new FieldError("If-None-Match", "must be *"));
        }
        Set<String> versions = ifMatch == null || ifMatch.strip().equals(ANY)
                ? Set.of()
                : Arrays.stream(ifMatch.split(","))
                        .map(version -> version.strip().replace("\"", ""))
                        .collect(Collectors.toSet());
        return new SeenValue(versions, ifNoneMatch != null);
    }

    /**
     * Compares with what is shown.
     *
     * @param version of the shown value; null where there is none
     * @param empty whether nothing is shown, or 'empty'
     * @throws Problem 412 when it is another value now
     */
    public void check(String version, boolean empty) {
        boolean another = !versions.isEmpty() && (version == null || !versions.contains(version));
        if (another || none && !empty) {
            throw Problem.preconditionFailed();
        }
    }
}
