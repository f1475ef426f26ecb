package io.rapport.desk.internal.live;

import io.rapport.desk.internal.inbox.InboxRowRead;
import io.rapport.events.Actor;
import io.rapport.events.AttributesChanged;
import io.rapport.events.ContactChanged;
import io.rapport.events.ContactIdentified;
import io.rapport.events.ContactsMerged;
import io.rapport.events.ContactsUnmerged;
import io.rapport.events.ConversationChanged;
import io.rapport.events.LabelsApplied;
import io.rapport.events.MessagesPosted;
import io.rapport.events.SessionChanged;
import io.rapport.events.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Turns what was committed into hints for open screens; a lost hint is made good when a screen reconnects. */
@ApplicationScoped
class Hints {

    @Inject
    AgentSockets sockets;

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesPosted posted) {
        posted.events()
                .forEach(event -> sockets.tell(Hint.message(event.conversation().value(), event.session())));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContactIdentified event) {
        sockets.tell(Hint.conversation(event.conversation().value(), "contact", "inbox"));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationChanged event) {
        sockets.tell(Hint.conversation(event.conversation().value(), "status", "inbox"));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContactChanged event) {
        sockets.tell(Hint.contact(event.contact().value(), "contact", "inbox"));
    }

    /** Both: a screen that shows a conversation of the one must hear of it, and one that shows the other's claims. */
    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContactsMerged event) {
        sockets.tell(Hint.contact(event.from().value(), "contact", "inbox"));
        sockets.tell(Hint.contact(event.into().value(), "contact", "inbox"));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContactsUnmerged event) {
        sockets.tell(Hint.contact(event.from().value(), "contact", "inbox"));
        sockets.tell(Hint.contact(event.restored().value(), "contact", "inbox"));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) LabelsApplied event) {
        sockets.tell(of(event.subject(), "labels"));
    }

    /** That a provider knew nothing changes what the panel says, and nothing in the inbox. */
    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttributesChanged event) {
        sockets.tell(
                event.changes().isEmpty() && event.subject().kind() == Subject.Kind.CONVERSATION
                        ? Hint.conversation(event.subject().id(), "attributes")
                        : of(event.subject(), "attributes"));
    }

    /** A visitor who turns pages changes nothing in the inbox; what providers supply may change the country there. */
    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionChanged event) {
        sockets.tell(
                event.actor().kind() == Actor.Kind.VISITOR
                        ? Hint.session(event.session().value(), "session")
                        : Hint.session(event.session().value(), "session", "inbox"));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) InboxRowRead event) {
        sockets.tell(Hint.conversation(event.conversation(), "inbox"));
    }

    private static Hint of(Subject subject, String what) {
        return subject.kind() == Subject.Kind.CONTACT
                ? Hint.contact(subject.id(), what)
                : Hint.conversation(subject.id(), what, "inbox");
    }
}
