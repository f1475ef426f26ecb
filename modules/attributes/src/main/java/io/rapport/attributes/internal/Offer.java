package io.rapport.attributes.internal;

import io.rapport.access.FieldError;
import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.Saved;
import io.rapport.attributes.internal.SourceValue.Slot;
import io.rapport.attributes.internal.ValueBook.Provenance;
import io.rapport.events.AttributeChange;
import io.rapport.events.Source;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What comes of values that one source offers to one subject; pure, and used once. */
final class Offer {

    /** The most attributes that a subject may have, empty ones included. */
    static final int MOST_KEYS = 200;

    /** Sources whose own time is this server's clock; who comes later, spoke later, whatever that clock says. */
    private static final Set<Source> TIMED_HERE = EnumSet.of(Source.AGENT, Source.FORM);

    private final Provenance from;
    private final Map<Slot, SourceValue> values = new LinkedHashMap<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> saved = new LinkedHashSet<>();
    private final List<FieldError> refused = new ArrayList<>();

    Offer(Collection<SourceValue> current, Provenance from) {
        this.from = from;
        current.forEach(value -> {
            values.put(value.slot(), value);
            keys.add(value.key());
        });
    }

    /** Takes what passes the gate; each key stands or falls for itself. */
    void take(Collection<ProposedValue> proposals, Gate gate) {
        for (ProposedValue proposed : proposals) {
            Parsed parsed = gate.check(proposed);
            if (parsed.fault() != null) {
                refuse(proposed, parsed.fault());
            } else if (parsed.value() == null) {
                empty(proposed);
            } else {
                put(proposed, parsed);
            }
        }
    }

    private void empty(ProposedValue proposed) {
        // An empty answer of a form says nothing at all.
        if (from.source() == Source.FORM) {
            return;
        }
        if (from.source() == Source.AGENT && keys.contains(proposed.key())) {
            put(proposed, Parsed.as(null));
            return;
        }
        saved.add(proposed.key());
        SourceValue before = values.get(slot(proposed));
        if (before != null && !before.at().isAfter(from.at())) {
            values.remove(before.slot());
        }
    }

    private void put(ProposedValue proposed, Parsed parsed) {
        if (!keys.contains(proposed.key()) && keys.size() >= MOST_KEYS) {
            refuse(proposed, "is one too many: there are " + MOST_KEYS + " attributes already");
            return;
        }
        keys.add(proposed.key());
        saved.add(proposed.key());
        SourceValue before = values.get(slot(proposed));
        SourceValue value = value(proposed, parsed, timeAfter(before));
        if (before == null) {
            values.put(value.slot(), value);
        } else if (!before.at().isAfter(value.at())) {
            values.put(value.slot(), value.pinnedLike(before));
        }
        if (from.source() == Source.AGENT) {
            unpinOthers(value.slot());
        }
    }

    /** What an agent writes is to be seen: it ends a pin on another source's value. */
    private void unpinOthers(Slot written) {
        values.replaceAll((slot, value) ->
                value.key().equals(written.key()) && !slot.equals(written) ? value.held(false) : value);
    }

    /** The source's own time; where that is this server's clock and was put back, just after what it said before. */
    private Instant timeAfter(SourceValue before) {
        boolean wentBack = before != null
                && TIMED_HERE.contains(from.source())
                && before.at().isAfter(from.at());
        return wentBack ? before.at().plus(1, ChronoUnit.MICROS) : from.at();
    }

    private SourceValue value(ProposedValue proposed, Parsed parsed, Instant at) {
        return new SourceValue(
                proposed.key(),
                from.source(),
                from.sourceId(),
                parsed.value(),
                from.actor(),
                at,
                false,
                proposed.estimated(),
                proposed.unverified(),
                parsed.unparsed(),
                false);
    }

    private Slot slot(ProposedValue proposed) {
        return new Slot(proposed.key(), from.source(), from.sourceId());
    }

    private void refuse(ProposedValue proposed, String reason) {
        refused.add(new FieldError(String.valueOf(proposed.key()), reason));
    }

    Collection<SourceValue> values() {
        return List.copyOf(values.values());
    }

    Saved saved(List<AttributeChange> changed) {
        return new Saved(List.copyOf(saved), changed, refused);
    }
}
