package io.rapport.vocabulary;

import java.util.ArrayList;
import java.util.List;

/** Collects findings while something is read, so that its author learns of all at once. At most 100 are kept. */
public final class Findings {

    private static final int MOST = 100;

    private final List<Finding> findings = new ArrayList<>();
    private boolean refused;

    /** Notes that this cannot be; always answers null, so that a reader can return it. */
    public <T> T refuse(String field, String message) {
        refused = true;
        return note(Finding.Severity.ERROR, field, message);
    }

    /** Notes that this may not be what its author thinks. */
    public void warn(String field, String message) {
        note(Finding.Severity.WARNING, field, message);
    }

    /** Whether something cannot be. */
    public boolean refused() {
        return refused;
    }

    /** All of them, in the order found. */
    public List<Finding> all() {
        return List.copyOf(findings);
    }

    /** Those that stand in the way. */
    public List<Finding> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
    }

    private <T> T note(Finding.Severity severity, String field, String message) {
        // An error past the limit takes a warning's place, so that something refused always says why.
        if (findings.size() < MOST || severity == Finding.Severity.ERROR && errors().isEmpty()) {
            findings.add(new Finding(severity, field, message));
        }
        return null;
    }
}
