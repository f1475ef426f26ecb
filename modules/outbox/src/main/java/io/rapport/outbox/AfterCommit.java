package io.rapport.outbox;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an observer that learns of an event after its transaction: {@code void on(@Observes
 * @AfterCommit("labelling.evaluate") MessagePosted event)}.
 *
 * <p>The observer runs in a transaction of the outbox, together with other deliveries, and joins it; what it writes there
 * is written exactly once. An exception takes its effects back, and it is called again later. The event is a record
 * annotated {@link io.rapport.events.Recorded}, fired without qualifiers; there is no
 * EventMetadata to inject, since it is another's firing by then.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface AfterCommit {

    /**
     * The observer's name: module and verb. Part of the stored format, unique among all observers; rows of a name that no
     * longer exists get stuck.
     */
    @Nonbinding
    String value();
}
