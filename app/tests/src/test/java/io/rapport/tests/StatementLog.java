package io.rapport.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The statements that the server sends, as PostgreSQL logs them: BEGIN and COMMIT and every execution included. */
final class StatementLog {
    /** What PostgreSQL has to be told, so that it logs them with the name of who asks. */
    static final Map<String, String> SETTINGS = Map.of("rapport.db.options", "log_statement=all");

    private static final Pattern STATEMENT =
            Pattern.compile("\\[(\\d+)\\] rapport LOG: {2}(?:statement|execute [^:]+): (.*)");

    /**
     * @param connection PostgreSQL's process for it
     * @param text its first line
     */
    record Statement(String connection, String text) {

        boolean writes() {
            return text.matches("(?i)(insert|update|delete|with)\\b.*");
        }

        @Override
        public String toString() {
            return connection + ": " + text;
        }
    }

    private final Path log;

    StatementLog(Path log) {
        this.log = log;
    }

    /** The statements of one call; of several times the fewest, since the server's own timers may fall into one. */
    List<Statement> of(Runnable call) {
        return Stream.generate(() -> once(call))
                .limit(5)
                .min(Comparator.comparing(List::size))
                .orElseThrow();
    }

    private List<Statement> once(Runnable call) {
        try {
            long begin = Files.size(log);
            call.run();
            byte[] all = Files.readAllBytes(log);
            String since = new String(Arrays.copyOfRange(all, (int) begin, all.length), StandardCharsets.UTF_8);
            return STATEMENT
                    .matcher(since)
                    .results()
                    .map(found -> new Statement(found.group(1), found.group(2)))
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
