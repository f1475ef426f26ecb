package io.rapport.attributes;

import java.util.List;

/**
 * A key that subjects have values of.
 *
 * @param subjects how many have one, at most 1,000
 * @param more whether there are more
 * @param samples some of the values as text, at most 100
 */
public record UsedKey(String key, int subjects, boolean more, List<String> samples) {

    public UsedKey {
        samples = List.copyOf(samples);
    }
}
