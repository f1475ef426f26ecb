package io.rapport.conversations.internal;

import io.rapport.conversations.OwedAttribute;
import io.rapport.conversations.PendingAttributes;
import io.rapport.events.ConversationId;
import io.rapport.events.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What providers owe conversations: asked when one begins, kept with it, taken off when they answer. */
@ApplicationScoped
class OwedTable {

    /**
     * Longer than the outbox goes on asking a provider that fails; without an end, what is stuck would be waited for in
     * every message.
     */
    private static final Duration WAITED_FOR = Duration.ofMinutes(15);

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<PendingAttributes> providers;

    /** The column of a conversation that begins. */
    String[] ofNew() {
        return providers.stream()
                .flatMap(provider -> provider.ofNewConversation().stream())
                .distinct()
                .map(owed -> owed.provider() + " " + owed.subject().token() + " " + owed.key())
                .toArray(String[]::new);
    }

    /** What such a column says is still waited for. */
    Set<OwedAttribute> read(String[] column, Instant createdAt) {
        return column.length == 0 || createdAt.plus(WAITED_FOR).isBefore(clock.instant())
                ? Set.of()
                : Arrays.stream(column).map(OwedTable::read).collect(Collectors.toSet());
    }

    /** A provider answered; whether it owed the conversation anything. */
    boolean settle(ConversationId conversation, String provider) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update conversations.conversation
                           set owed = array(select o from unnest(owed) o where split_part(o, ' ', 1) <> :provider)
                         where id = :id
                           and exists (select 1 from unnest(owed) o where split_part(o, ' ', 1) = :provider)""")
                        .bind("id", conversation.value())
                        .bind("provider", provider)
                        .execute())
                > 0;
    }

    private static OwedAttribute read(String owed) {
        String[] parts = owed.split(" ");
        return new OwedAttribute(parts[0], Subject.Kind.of(parts[1]), parts[2]);
    }
}
