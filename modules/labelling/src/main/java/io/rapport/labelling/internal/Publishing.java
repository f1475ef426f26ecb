package io.rapport.labelling.internal;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.access.TextRules;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.events.Actor;
import io.rapport.labelling.RuleSets;
import io.rapport.labels.LabelCatalogue;
import io.rapport.vocabulary.Finding;
import io.rapport.vocabulary.Findings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Publishes rules: checks them, compiles them on a thread apart and in no transaction, then stores and swaps. */
@ApplicationScoped
class Publishing implements RuleSets {

    private static final Logger LOG = System.getLogger("io.rapport.labelling");
    private static final int LONGEST_NOTE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    RevisionTable revisions;

    @Inject
    Publication publication;

    @Inject
    AttributeDefinitions attributes;

    @Inject
    LabelCatalogue labels;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService executor;

    @Override
    public long inForce() {
        return revisions.latestNumber();
    }

    @Override
    public long publish(JsonArray json, String note, long basedOn, Actor author) {
        return newRevision(json, note, basedOn, author).number();
    }

    /** As {@link RuleSets#publish}, with whatever a request held; answers the revision. */
    Revision newRevision(JsonValue json, String note, long basedOn, Actor author) {
        Findings findings = new Findings();
        List<Rule> rules = new RuleReader(attributes, labels).read(json, findings);
        checkNote(note, findings);
        if (findings.refused()) {
            throw Problem.invalid(findings.errors().stream()
                    .map(error -> new FieldError(error.field(), error.message()))
                    .toList());
        }
        if (basedOn != revisions.latestNumber()) {
            throw Problem.preconditionFailed();
        }
        CompiledRules compiled = compiled(basedOn + 1, rules);
        Revision revision =
                new Revision(basedOn + 1, RuleWriter.write(rules), note.strip(), basedOn, author, clock.instant());
        publication.store(revision, compiled);
        return revision;
    }

    /** What an author should know of these rules before publishing them. */
    List<Finding> check(JsonValue json) {
        Findings findings = new Findings();
        new RuleReader(attributes, labels).read(json, findings);
        return findings.all();
    }

    private static void checkNote(String note, Findings findings) {
        if (TextRules.length(note) > LONGEST_NOTE) {
            findings.refuse("note", "must have at most " + LONGEST_NOTE + " characters");
        }
        TextRules.faultOfLines(TextRules.withPlainLineEnds(note)).ifPresent(fault -> findings.refuse("note", fault));
    }

    private CompiledRules compiled(long number, List<Rule> rules) {
        Future<CompiledRules> compilation = executor.submit(() -> new RuleCompiler().compile(number, rules));
        try {
            return compilation.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            LOG.log(Level.ERROR, "Checked rules could not be compiled", failed.getCause());
            throw Problem.of(
                    422,
                    "/problems/rules-not-compiled",
                    "Rules not compiled",
                    "The rules are well-formed, but could not be compiled. The rules in force stay as they are.");
        } catch (TimeoutException late) {
            compilation.cancel(true);
            throw Problem.unavailable(PATIENCE);
        } catch (InterruptedException interrupted) {
            compilation.cancel(true);
            Thread.currentThread().interrupt();
            throw Problem.unavailable(PATIENCE);
        }
    }
}
