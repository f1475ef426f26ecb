package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import io.rapport.access.Role;
import io.rapport.events.TimeOrderedId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/**
 * A person of the support team. The first joins with a password, everybody else is invited and chooses one; may be
 * renamed, take another role or password, and is deactivated on leaving: never deleted, since history shows who did what.
 */
@Entity
@Table(name = "agent", schema = "access")
class Agent {

    @Id
    private UUID id;

    private String name;

    private String email;

    @Column(name = "email_folded")
    private String foldedEmail;

    private Role role;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean active;

    @Column(name = "created_at", updatable = false)
    private OffsetDateTime createdAt;

    @Version
    private long version;

    /** For JPA. */
    protected Agent() {}

    /** A new agent who has still to choose a password; all arguments are checked already. */
    static Agent invited(String name, String email, Role role, Instant now) {
        return joining(name, email, role, null, now);
    }

    /** A new agent; all arguments are checked already. */
    static Agent joining(String name, String email, Role role, String passwordHash, Instant now) {
        Agent agent = new Agent();
        agent.id = TimeOrderedId.next();
        agent.name = name;
        agent.email = email;
        agent.foldedEmail = folded(email);
        agent.role = role;
        agent.passwordHash = passwordHash;
        agent.active = true;
        agent.createdAt = now.atOffset(ZoneOffset.UTC);
        return agent;
    }

    /** An e-mail address as addresses are compared. */
    static String folded(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    void change(Team.Change change) {
        name = change.name() == null ? name : change.name();
        role = change.role() == null ? role : change.role();
        active = change.active() == null ? active : change.active();
    }

    void choosePassword(String hash) {
        passwordHash = hash;
    }

    UUID id() {
        return id;
    }

    boolean isActive() {
        return active;
    }

    /** Whether the agent has still to choose a password. */
    boolean isInvited() {
        return passwordHash == null;
    }

    long version() {
        return version;
    }

    AgentCard card() {
        return new AgentCard(id, name, email, role, active);
    }
}
