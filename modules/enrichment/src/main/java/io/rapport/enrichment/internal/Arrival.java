package io.rapport.enrichment.internal;

import io.rapport.enrichment.PluginStatus;
import io.rapport.enrichment.PluginStatus.State;
import io.rapport.spi.AttributeProvider;
import io.rapport.spi.ProviderContext;
import io.rapport.spi.Settings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One plugin on its way from its folder to work: opened, inspected, admitted, created. Each step that waits for code of
 * the plugin has a beginning and an end, so that all plugins take a step at the same time. A step that fails ends the
 * way; the later ones then do nothing.
 */
final class Arrival {

    private static final Logger LOG = System.getLogger("io.rapport.enrichment");
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration ENDING = Duration.ofSeconds(1);

    private final PluginSource source;
    private final Duration limit;
    private PluginRoom room;
    private PluginCall<Candidate> inspection;
    private Candidate candidate;
    private Secrets secrets = Secrets.NONE;
    private ProviderCreation creation;
    private PluginCall<AttributeProvider> underWay;
    private Duration timeLimit;
    private Plugin plugin;
    private PluginStatus ended;

    Arrival(PluginSource source) {
        this(source, LIMIT);
    }

    /** @param limit how long the plugin may take to tell about itself, and again to create its provider */
    Arrival(PluginSource source, Duration limit) {
        this.source = source;
        this.limit = limit;
    }

    /** Copies the jars and begins to ask the plugin about itself. */
    void open(PrivateCopies copies, ClassLoader parent) {
        attempt(() -> {
            room = PluginRoom.open(source, copies, parent);
            ClassLoader loader = room.loader();
            inspection = room.submit(() -> Candidate.of(loader), limit);
        });
    }

    /** Hears what the plugin says about itself. */
    void inspect() {
        attempt(() -> candidate = inspection.await());
    }

    /** Refuses a second plugin of one id, and one that an operator switched off. */
    void admit(Map<String, PluginSource> taken, PluginSettings settings) {
        attempt(() -> {
            PluginSource other = taken.putIfAbsent(candidate.id(), source);
            if (other != null) {
                throw new PluginFailure(
                        "The id '" + candidate.id() + "' is already taken by the plugin in " + other.path() + ".");
            }
            if (!settings.enabled(candidate.id())) {
                end(State.OFF, "An operator switched it off: rapport.plugin." + candidate.id() + ".enabled is false.");
            }
        });
    }

    /** Reads the settings and begins to create the provider. */
    void create(PluginSettings settings, Clock clock) {
        attempt(() -> {
            room.threads().resize(settings.threads(candidate.id()));
            // Whatever may be refused is refused before anything is created that would have to be closed.
            timeLimit = settings.timeLimit(candidate.id());
            secrets = settings.secrets(candidate.id(), candidate.declaration());
            ProviderContext context = context(settings.own(candidate.id(), candidate.declaration()), clock);
            creation = new ProviderCreation(candidate.factory(), context);
            underWay = room.submit(creation, limit);
        });
    }

    /** Puts the provider to work. */
    void finish(Clock clock) {
        attempt(() -> plugin = new Plugin(room, candidate, underWay.await(), timeLimit, secrets, clock));
    }

    /** The plugin, where it arrived. */
    Optional<Plugin> plugin() {
        return Optional.ofNullable(plugin);
    }

    PluginStatus status() {
        return ended == null ? plugin.status() : ended;
    }

    private void attempt(Step step) {
        if (ended != null) {
            return;
        }
        try {
            step.take();
        } catch (PluginFailure failure) {
            String reason = FailureText.readable(failure.getMessage(), secrets);
            LOG.log(Level.WARNING, "Plugin in {0} is skipped: {1}", source.path(), reason);
            end(State.FAILED, reason);
        }
    }

    private void end(State state, String reason) {
        ended = candidate == null
                ? PluginStatus.failed(source.name(), source.path().toString(), source.bundled(), reason)
                : new PluginStatus(
                        candidate.id(),
                        candidate.declaration().name(),
                        candidate.version(),
                        source.path().toString(),
                        source.bundled(),
                        state,
                        reason,
                        0,
                        0,
                        null,
                        null);
        letGo();
    }

    /**
     * Nothing of a plugin that did not arrive may stay: neither its threads, nor its provider, nor references into its
     * class loader.
     */
    private void letGo() {
        if (room != null) {
            try {
                room.close(ENDING, creation == null ? () -> null : creation::abandon);
            } catch (PluginFailure left) {
                String reason = FailureText.readable(left.getMessage(), secrets);
                LOG.log(Level.WARNING, "Plugin in {0} leaves something behind: {1}", source.path(), reason);
            }
        }
        room = null;
        inspection = null;
        candidate = null;
        creation = null;
        underWay = null;
    }

    private static ProviderContext context(Settings settings, Clock clock) {
        return new ProviderContext() {
            @Override
            public Settings settings() {
                return settings;
            }

            @Override
            public Clock clock() {
                return clock;
            }
        };
    }

    @FunctionalInterface
    private interface Step {
        void take() throws PluginFailure;
    }
}
