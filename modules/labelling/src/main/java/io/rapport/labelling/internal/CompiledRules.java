package io.rapport.labelling.internal;

import io.rapport.vocabulary.DrlColumn;
import io.rapport.vocabulary.DrlFacts;
import io.rapport.vocabulary.FieldValues;
import io.rapport.vocabulary.Use;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactField;
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

    private final long revision;
    private final List<Rule> rules;
    private final KieBase knowledge;
    private final FactType type;
    private final FactField event;
    private final Map<Use, List<Cell>> cells = new EnumMap<>(Use.class);

    CompiledRules(long revision, List<Rule> rules, DrlFacts facts, KieBase knowledge) {
        this.revision = revision;
        this.rules = List.copyOf(rules);
        this.knowledge = knowledge;
        this.type = knowledge.getFactType(PACKAGE, DrlFacts.TYPE);
        this.event = type.getField(DrlFacts.EVENT);
        for (Use use : Use.values()) {
            cells.put(
                    use,
                    facts.columns(use).stream()
                            .map(column -> new Cell(type.getField(column.name()), column))
                            .toList());
        }
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
        BitSet holding = holding(event, values);
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

    /** The places of the rules whose conditions hold. Noting that they do is all that is done: no rule fires. */
    private BitSet holding(Use event, FieldValues values) {
        BitSet holding = new BitSet(rules.size());
        if (rules.isEmpty()) {
            return holding;
        }
        KieSession session = knowledge.newKieSession();
        try {
            session.insert(fact(event, values));
            session.fireAllRules(match -> {
                holding.set(Integer.parseInt(match.getRule().getName()));
                return false;
            });
            return holding;
        } finally {
            session.dispose();
        }
    }

    private Object fact(Use event, FieldValues values) {
        try {
            Object fact = type.newInstance();
            this.event.set(fact, event.token());
            for (Cell cell : cells.get(event)) {
                cell.place.set(fact, cell.column.content(values));
            }
            return fact;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("The declared type of facts cannot be made", impossible);
        }
    }

    /** A place in the fact, looked up once, and what belongs there. */
    private record Cell(FactField place, DrlColumn column) {}
}
