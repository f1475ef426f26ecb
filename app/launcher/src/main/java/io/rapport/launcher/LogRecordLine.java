package io.rapport.launcher;

import java.util.Optional;
import java.util.regex.Pattern;

/** The first line of a record in the server's log, in the format of this package's {@code logging.properties}. */
record LogRecordLine(String level, String logger, String message) {
    private static final Pattern FORMAT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+[+-]\\d{4} ([A-Z]+) (\\S*): (.*)");

    /** Empty for what is not the beginning of a record, such as a stack trace. */
    static Optional<LogRecordLine> parse(String line) {
        var matcher = FORMAT.matcher(line);
        return matcher.matches()
                ? Optional.of(new LogRecordLine(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    boolean severe() {
        return level.equals("SEVERE");
    }

    /** Whether an operator should see it on the console: errors, and Rapport's own warnings. */
    boolean worthShowing() {
        return severe() || level.equals("WARNING") && logger.startsWith("io.rapport");
    }
}
