package io.rapport.labelling.internal;

import io.rapport.vocabulary.FieldValues;
import io.rapport.vocabulary.Use;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of one revision, ready to be asked. Shared by all threads.
 *
 * <p>Drools finds which conditions hold, in one pass; order, 'stop after this rule' and what is pending are settled here, so
 * that a back-test can settle them the same way.
 */
final class CompiledRules {

    private final long revision;
    private final List<Rule> rules;
    private final RuleNetwork network;

    CompiledRules(long revision, List<Rule> rules, RuleNetwork network) {
        this.revision = revision;
        this.rules = List.copyOf(rules);
        this.network = network;
    }

    /** The number of the revision; 0 before anything was published. */
    long revision() {
        return revision;
    }

    /** The loader of the classes that Drools made for these rules; what a leak would keep. */
    ClassLoader classLoader() {
        return network.classLoader();
    }

    /** The fields that enabled rules of an event read. */
    Set<String> reads(Use event) {
        Set<String> tokens = new LinkedHashSet<>();
        rules.stream().filter(rule -> rule.event() == event).forEach(rule -> tokens.addAll(rule.reads()));
        return tokens;
    }

    /**
     * The rules that match, in their order, up to the first that says stop.
     *
     * @param pending fields that somebody still owes; rules that read one are left out
     */
    List<Rule> matching(Use event, FieldValues values, Set<String> pending) {
        List<Rule> matching = new ArrayList<>();
        BitSet holding = network.holding(event, values);
        for (int i = holding.nextSetBit(0); i >= 0; i = holding.nextSetBit(i + 1)) {
            Rule rule = rules.get(i);
            if (rule.readsAny(pending)) {
                continue;
            }
            matching.add(rule);
            if (rule.stop()) {
                break;
            }
        }
        return matching;
    }
}
