package io.rapport.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Learns from the server's log that the application could not be deployed, and why. Payara Micro goes on without it,
 * calls itself ready, and answers 404.
 */
final class DeploymentWatch {
    private static final Pattern FAILURE = Pattern.compile("Exception while loading the app.*"
            + "|Exception during lifecycle processing.*"
            + "|Startup of context .* failed.*"
            + "|.*(?:could not|Failed to|Error) deploy.*");
    private static final Pattern BOOTED = Pattern.compile("Payara Micro .* ready in .*");
    private static final String CAUSE = "Caused by: ";

    private final List<String> causes = new ArrayList<>();
    private String failure;
    private String explanation;
    private boolean booted;

    synchronized void line(String line) {
        var parsed = LogRecordLine.parse(line);
        if (parsed.isPresent()) {
            record(parsed.get());
        } else if (failure != null && line.startsWith(CAUSE) && causes.size() < 100) {
            causes.add(line.substring(CAUSE.length()).strip());
        }
    }

    private void record(LogRecordLine record) {
        if (record.severe() && FAILURE.matcher(record.message()).matches()) {
            failure = failure == null ? record.message() : failure;
            int colon = record.message().indexOf(" : ");
            explanation = colon < 0 ? explanation : record.message().substring(colon + 3);
        }
        booted |= BOOTED.matcher(record.message()).matches();
    }

    synchronized boolean failed() {
        return failure != null;
    }

    /** Whether the server has told all it will about its start. */
    synchronized boolean booted() {
        return booted;
    }

    /** Why the deployment failed: the outermost and the innermost cause in the log. */
    synchronized Optional<String> reason() {
        if (failure == null) {
            return Optional.empty();
        }
        if (causes.isEmpty()) {
            return Optional.of(explanation == null ? failure : explanation);
        }
        String outer = causes.get(0);
        String inner = causes.get(causes.size() - 1);
        return Optional.of(outer.contains(inner) ? outer : outer + " ← " + inner);
    }
}
