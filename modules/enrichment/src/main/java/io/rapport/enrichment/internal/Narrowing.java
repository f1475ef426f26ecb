package io.rapport.enrichment.internal;

import io.rapport.spi.Declaration;
import io.rapport.spi.Fact;
import io.rapport.spi.Request;
import io.rapport.spi.Subject;
import java.time.Duration;
import java.util.Optional;

/** Cuts a request down to what a plugin declared: nobody gets more of a visitor than they asked for. */
final class Narrowing {

    private Narrowing() {}

    /** Empty where the plugin supplies nothing that is wanted. */
    static Optional<Request> of(Request known, Declaration declaration, Duration timeLimit) {
        Subject[] wanted = known.wanted().stream().filter(declaration::supplies).toArray(Subject[]::new);
        if (wanted.length == 0) {
            return Optional.empty();
        }
        Request.Builder narrowed = Request.at(known.siteKey()).wanting(wanted).timeLimit(timeLimit);
        declaration.reads().forEach(fact -> hand(fact, known, narrowed));
        return Optional.of(narrowed.build());
    }

    /** Whether it carries anything to go by. */
    static boolean knowsAnything(Request request, Declaration declaration) {
        return declaration.reads().stream().anyMatch(fact -> request.fact(fact).isPresent());
    }

    private static void hand(Fact fact, Request known, Request.Builder narrowed) {
        String value = known.fact(fact).orElse(null);
        if (known.verified(fact)) {
            narrowed.verifiedFact(fact, value);
        } else {
            narrowed.fact(fact, value);
        }
    }
}
