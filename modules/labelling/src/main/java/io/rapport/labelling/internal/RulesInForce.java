package io.rapport.labelling.internal;

import io.rapport.attributes.AttributeDefinitions;
import io.rapport.labels.LabelCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The compiled rules that occasions are evaluated by. Replaced as a whole, by later revisions only; an evaluation that has
 * taken hold of them finishes with what it took.
 */
@ApplicationScoped
class RulesInForce {

    @Inject
    RevisionTable revisions;

    @Inject
    AttributeDefinitions attributes;

    @Inject
    LabelCatalogue labels;

    private final AtomicReference<CompiledRules> inForce = new AtomicReference<>();

    /** The rules to evaluate by. The first askers after a start wait until the revision in force is compiled. */
    CompiledRules current() {
        CompiledRules rules = inForce.get();
        return rules == null ? loaded() : rules;
    }

    /** Puts rules in force unless later ones are. */
    void adopt(CompiledRules compiled) {
        inForce.accumulateAndGet(compiled, RulesInForce::later);
    }

    /** Takes in what another node has published; compiles on the calling thread, never to be called from a request. */
    synchronized void refresh() {
        CompiledRules known = inForce.get();
        if (known == null || revisions.latestNumber() > known.revision()) {
            adopt(compiledLatest());
        }
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) RevisionPublished event) {
        adopt(event.compiled());
    }

    private synchronized CompiledRules loaded() {
        if (inForce.get() == null) {
            adopt(compiledLatest());
        }
        return inForce.get();
    }

    private CompiledRules compiledLatest() {
        Optional<Revision> latest = revisions.latest();
        List<Rule> rules = latest.map(new StoredRules(new RuleReader(attributes, labels))::read)
                .orElse(List.of());
        return new RuleCompiler().compile(latest.map(Revision::number).orElse(0L), rules);
    }

    private static CompiledRules later(CompiledRules known, CompiledRules offered) {
        return known == null || offered.revision() > known.revision() ? offered : known;
    }
}
