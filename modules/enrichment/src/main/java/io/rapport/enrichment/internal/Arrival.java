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
    private PluginRoom room;
    private PluginCall<Candidate> inspection;
    private Candidate candidate;
    private PluginCall<AttributeProvider> creation;
    private Duration timeLimit;
    private Plugin plugin;
    private PluginStatus ended;

    Arrival(PluginSource source) {
        this.source = source;
    }

    /** Copies the jars and begins to ask the plugin about itself. */
    void open(PrivateCopies copies, ClassLoader parent) {
        attempt(() -> {
            room = PluginRoom.open(source, copies, parent);
            ClassLoader loader = room.loader();
            inspection = room.submit(() -> Candidate.of(loader), LIMIT);
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
            ProviderContext context = context(settings.own(candidate.id(), candidate.declaration()), clock);
            Candidate created = candidate;
            creation = room.submit(() -> provider(created, context), LIMIT);
        });
    }

    /** Puts the provider to work. */
    void finish(PluginSettings settings, Clock clock) {
        attempt(() -> {
            Secrets secrets = settings.secrets(candidate.id(), candidate.declaration());
            try {
                plugin = new Plugin(room, candidate, creation.await(), timeLimit, secrets, clock);
            } catch (PluginFailure failure) {
                throw new PluginFailure(secrets.hide(failure.getMessage()));
            }
        });
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
            LOG.log(Level.WARNING, "Plugin in {0} is skipped: {1}", source.path(), failure.getMessage());
            end(State.FAILED, failure.getMessage());
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

    /** Nothing of a plugin that did not arrive may stay: neither its threads nor references into its class loader. */
    private void letGo() {
        if (room != null) {
            try {
                room.close(ENDING, () -> null);
            } catch (PluginFailure left) {
                LOG.log(Level.WARNING, "Plugin in {0} leaves something behind: {1}", source.path(), left.getMessage());
            }
        }
        room = null;
        inspection = null;
        candidate = null;
        creation = null;
    }

    private static AttributeProvider provider(Candidate candidate, ProviderContext context) throws Exception {
        AttributeProvider provider = candidate.factory().create(context);
        if (provider == null) {
            throw new PluginFailure("Its factory created nothing.");
        }
        return provider;
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
