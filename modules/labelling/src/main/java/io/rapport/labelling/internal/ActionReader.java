package io.rapport.labelling.internal;

import io.rapport.events.Subject;
import io.rapport.labels.LabelCard;
import io.rapport.labels.LabelCatalogue;
import io.rapport.vocabulary.Findings;
import io.rapport.vocabulary.LabelReader;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/** Reads one action: {@code {"addLabel": "<id or name>"}} or {@code {"removeLabel": "…", "of": "contact"}}. */
final class ActionReader {

    private static final Set<String> MEMBERS = Set.of("addLabel", "removeLabel", "of");

    private final LabelReader labels;

    ActionReader(LabelCatalogue labels) {
        this.labels = new LabelReader(labels);
    }

    /** The action; null when findings were refused. */
    Action read(JsonValue json, String path, Findings findings) {
        if (!(json instanceof JsonObject object)) {
            return findings.refuse(path, "must be an object");
        }
        Members members = new Members(object, path, findings);
        members.onlyOf(MEMBERS);
        if (object.containsKey("addLabel") == object.containsKey("removeLabel")) {
            return findings.refuse(path, "must have either addLabel or removeLabel");
        }
        boolean add = object.containsKey("addLabel");
        String member = add ? "addLabel" : "removeLabel";
        Subject.Kind of = of(members, object);
        String idOrName = members.word(member);
        if (members.refused()) {
            return null;
        }
        Optional<LabelCard> label = labels.read(idOrName, path + "." + member, findings);
        if (label.isEmpty()) {
            return null;
        }
        return checked(new Action(add, label.get().id(), of), label.get(), path + "." + member, findings);
    }

    private static Subject.Kind of(Members members, JsonObject object) {
        if (!object.containsKey("of")) {
            return Subject.Kind.CONVERSATION;
        }
        String token = members.word("of");
        if ("contact".equals(token)) {
            return Subject.Kind.CONTACT;
        }
        return "conversation".equals(token)
                ? Subject.Kind.CONVERSATION
                : members.refuse("of", "must be conversation or contact");
    }

    private static Action checked(Action action, LabelCard label, String path, Findings findings) {
        if (action.add() && !label.appliesTo().contains(action.of())) {
            return findings.refuse(path, "cannot be put on a " + action.of().token());
        }
        if (action.add() && label.archived()) {
            findings.warn(path, "is archived and will not be put on");
        }
        return action;
    }
}
