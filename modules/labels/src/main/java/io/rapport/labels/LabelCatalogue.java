package io.rapport.labels;

import io.rapport.events.LabelId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The labels there are. Answers from memory: asking costs no statement once the catalogue was read. */
public interface LabelCatalogue {

    /** The label of an id, archived or not. */
    Optional<LabelCard> find(LabelId id);

    /** The label of a name, compared without case after NFC and trimming; archived ones too. */
    Optional<LabelCard> named(String name);

    /** The labels of these ids; unknown ones are left out. */
    Map<LabelId, LabelCard> cards(Collection<LabelId> ids);

    /** All labels by name, archived ones included. */
    List<LabelCard> all();

    /** Adds a label in the running transaction; throws Problem 422 for a bad name or colour, 409 for a name in use. */
    LabelCard create(NewLabel label);
}
