package io.rapport.enrichment.internal;

import io.rapport.enrichment.PluginStatus;
import io.rapport.enrichment.PluginStatus.State;
import io.rapport.spi.AttributeProvider;
import io.rapport.spi.Declaration;
import io.rapport.spi.Request;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A plugin at work: asked on its own threads, within its time limit, and left alone while it keeps failing. */
final class Plugin {

    private static final Logger LOG = System.getLogger("io.rapport.enrichment");

    private final PluginRoom room;
    private final Candidate candidate;
    private final AttributeProvider provider;
    private final Duration timeLimit;
    private final Secrets secrets;
    private final Clock clock;
    private final Circuit circuit;
    private final CallRecord calls = new CallRecord();

    Plugin(
            PluginRoom room,
            Candidate candidate,
            AttributeProvider provider,
            Duration timeLimit,
            Secrets secrets,
            Clock clock) {
        this.room = room;
        this.candidate = candidate;
        this.provider = provider;
        this.timeLimit = timeLimit;
        this.secrets = secrets;
        this.clock = clock;
        this.circuit = new Circuit(clock);
    }

    String id() {
        return candidate.id();
    }

    Declaration declaration() {
        return candidate.declaration();
    }

    PluginThreads threads() {
        return room.threads();
    }

    ClassLoader loader() {
        return room.loader();
    }

    /**
     * Begins a call.
     *
     * @param known all facts; the plugin gets those that it declared
     * @return waits for the answer; empty where the plugin supplies nothing that is wanted
     */
    Optional<Supplier<Answer>> ask(Request known) {
        return Narrowing.of(known, declaration(), timeLimit).map(this::begin);
    }

    /** Asks and waits; empty where the plugin supplies nothing that is wanted. */
    Optional<Answer> answer(Request known) {
        return ask(known).map(Supplier::get);
    }

    private Supplier<Answer> begin(Request request) {
        if (!Narrowing.knowsAnything(request, declaration())) {
            return () -> Answer.of(candidate, request, List.of());
        }
        if (!circuit.admit()) {
            Instant until = circuit.pausedUntil().orElseGet(clock::instant);
            return () -> Answer.refused(candidate, request, pauseReason(), until);
        }
        PluginCall<Border.Passed> call = room.submit(() -> supply(request), timeLimit);
        return () -> finish(call, request);
    }

    private Border.Passed supply(Request request) throws Exception {
        return new Border(declaration(), request, clock.instant()).pass(provider.supply(request));
    }

    private Answer finish(PluginCall<Border.Passed> call, Request request) {
        try {
            Border.Passed passed = call.await();
            circuit.succeeded();
            calls.succeeded();
            passed.refusals().forEach(this::noteRefusal);
            return Answer.of(candidate, request, passed.values());
        } catch (PluginFailure failure) {
            return Answer.failed(candidate, request, noteFailure(failure));
        }
    }

    private void noteRefusal(String refusal) {
        LOG.log(Level.WARNING, "Plugin {0}: {1}", id(), calls.note(readable(refusal), clock.instant()));
    }

    private String noteFailure(PluginFailure failure) {
        String reason = calls.failed(readable(failure.getMessage()), clock.instant());
        circuit.failed();
        LOG.log(Level.WARNING, "Plugin {0} failed: {1}", id(), reason);
        circuit.pausedUntil().ifPresent(until -> LOG.log(Level.WARNING, "Plugin {0} rests until {1}", id(), until));
        return reason;
    }

    private String readable(String text) {
        return FailureText.readable(text, secrets);
    }

    PluginStatus status() {
        boolean paused = circuit.pausedUntil().isPresent();
        return new PluginStatus(
                id(),
                declaration().name(),
                candidate.version(),
                room.source().path().toString(),
                room.source().bundled(),
                paused ? State.PAUSED : State.ACTIVE,
                paused ? pauseReason() : "",
                calls.calls(),
                calls.failures(),
                calls.lastFailure(),
                calls.lastFailureAt());
    }

    /** Takes no new calls, and cuts off those that wait for a thread. */
    void refuseCalls() {
        room.threads().refuseCalls();
    }

    /** Takes no new calls, lets those under way end, then closes the provider and its class loader. */
    void close(Duration patience) throws PluginFailure {
        try {
            room.close(patience, () -> {
                provider.close();
                return null;
            });
        } catch (PluginFailure failure) {
            throw new PluginFailure(readable(failure.getMessage()));
        }
    }

    private String pauseReason() {
        Instant until = circuit.pausedUntil().orElseGet(clock::instant);
        return "It failed several times in a row and rests until " + until + ".";
    }
}
