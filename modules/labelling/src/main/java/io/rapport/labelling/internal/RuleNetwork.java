package io.rapport.labelling.internal;

import io.rapport.vocabulary.DrlColumn;
import io.rapport.vocabulary.DrlFacts;
import io.rapport.vocabulary.FieldValues;
import io.rapport.vocabulary.Use;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactField;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * What Drools made of a set of rules: says which of their conditions hold. Shared by all threads; every question has a
 * session to itself. Sessions are used again, since making one takes as long as a fifth of the answer: there are as many as
 * were ever asked at once, and they go when the network goes.
 */
final class RuleNetwork {

    static final String PACKAGE = "io.rapport.rules";

    private final KieBase knowledge;
    private final FactType type;
    private final FactField event;
    private final Map<Use, List<Cell>> cells = new EnumMap<>(Use.class);
    private final Queue<KieSession> idle = new ConcurrentLinkedQueue<>();

    RuleNetwork(KieBase knowledge, DrlFacts facts) {
        this.knowledge = knowledge;
        this.type = knowledge.getFactType(PACKAGE, DrlFacts.TYPE);
        this.event = type.getField(DrlFacts.EVENT);
        for (Use use : Use.values()) {
            cells.put(use, facts.columns(use).stream().map(this::cell).toList());
        }
    }

    /** The loader of the classes that Drools made for these rules. */
    ClassLoader classLoader() {
        return type.getFactClass().getClassLoader();
    }

    /** The places of the rules of an event whose conditions hold. */
    BitSet holding(Use event, FieldValues values) {
        Object fact = fact(event, values);
        KieSession session = session();
        BitSet holding = new BitSet();
        FactHandle handle = session.insert(fact);
        // Rules are named by their places. None fires: that it could is all there is to know.
        session.fireAllRules(match -> {
            holding.set(Integer.parseInt(match.getRule().getName()));
            return false;
        });
        session.delete(handle);
        // Not after a failure, which may leave a session in any state.
        idle.add(session);
        return holding;
    }

    private KieSession session() {
        KieSession session = idle.poll();
        return session == null ? knowledge.newKieSession() : session;
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

    private Cell cell(DrlColumn column) {
        return new Cell(type.getField(column.name()), column);
    }

    /** A place in the fact, looked up once, and what belongs there. */
    private record Cell(FactField place, DrlColumn column) {}
}
