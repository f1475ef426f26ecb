package io.rapport.spi;

import java.time.Clock;

/** What the server offers a provider at its creation. */
@FunctionalInterface
public interface ProviderContext {

    /** The plugin's settings, checked against its declaration. */
    Settings settings();

    /** The clock to tell the time by, so that tests can set it; in UTC. */
    default Clock clock() {
        return Clock.systemUTC();
    }
}
