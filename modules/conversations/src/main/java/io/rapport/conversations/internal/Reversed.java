package io.rapport.conversations.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Newest first, turned into reading order. */
final class Reversed {

    private Reversed() {}

    static <T> List<T> of(List<T> items) {
        List<T> turned = new ArrayList<>(items);
        Collections.reverse(turned);
        return turned;
    }
}
