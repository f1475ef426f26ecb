package io.rapport.labelling.internal;

import io.rapport.vocabulary.DrlFacts;
import io.rapport.vocabulary.FieldValues;
import io.rapport.vocabulary.Use;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;

/**
 * The rules of one revision, ready to be asked. Shared by all threads; every question runs in a session of its own.
 *
 * <p>Drools finds which conditions hold, in one pass; order, 'stop after this rule' and what is pending are settled here, so
 * that a back-test can settle them the same way.
 */
final class CompiledRules {

    static final String PACKAGE = "io.rapport.rules";
    static final String MATCHED = "matched";

    private final long revision;
    private final List<Rule> rules;
    private final DrlFacts facts;
    private final KieBase knowledge;
    private final FactType type;

    CompiledRules(long revision, List<Rule> rules, DrlFacts facts, KieBase knowledge) {
        this.revision = revision;
        this.rules = List.copyOf(rules);
        this.facts = facts;
        this.knowledge = knowledge;
        this.type = knowledge.getFactType(PACKAGE, DrlFacts.TYPE);
    }

    /** The number of the revision; 0 before anything was published. */
    long revision() {
        return revision;
    }

    /** The loader of the classes that Drools made for these rules; what a leak would keep. */
    ClassLoader classLoader() {
        return type.getFactClass().getClassLoader();
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
        BitSet matched = fire(event, values);
        for (int i = matched.nextSetBit(0); i >= 0; i = matched.nextSetBit(i + 1)) {
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

    /** The places of the rules whose conditions hold. A rule fires once at most, as there is one fact: hence the limit. */
    private BitSet fire(Use event, FieldValues values) {
        BitSet matched = new BitSet(rules.size());
        if (rules.isEmpty()) {
            return matched;
        }
        KieSession session = knowledge.newKieSession();
        try {
            session.setGlobal(MATCHED, matched);
            session.insert(fact(event, values));
            session.fireAllRules(rules.size());
            return matched;
        } finally {
            session.dispose();
        }
    }

    private Object fact(Use event, FieldValues values) {
        try {
            Object fact = type.newInstance();
            type.setFromMap(fact, facts.row(event, values));
            return fact;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("The declared type of facts cannot be made", impossible);
        }
    }
}
