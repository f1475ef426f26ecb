package io.rapport.desk.internal.live;

import io.rapport.access.SignInsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Closes the sockets of those who signed out: at once where it happened on this node. */
@ApplicationScoped
class SignedOutSockets {

    @Inject
    AgentSockets sockets;

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignInsEnded event) {
        sockets.end(event.signIns());
    }
}
