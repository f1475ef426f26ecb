package io.rapport.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells at the end of a build which classes of tests took longest, from the reports of all modules. */
final class SlowestClasses {
    private static final int SHOWN = 10;
    private static final Pattern SUITE =
            Pattern.compile("<testsuite [^>]*?\\bname=\"([^\"]+)\"[^>]*?\\btime=\"([0-9.,]+)\"");

    private record Timed(String name, double seconds) {}

    private SlowestClasses() {}

    /** @param arguments the folder of the whole build */
    public static void main(String[] arguments) throws IOException {
        List<Timed> classes = new ArrayList<>();
        for (Path report : reports(Path.of(arguments[0]))) {
            Matcher suite = SUITE.matcher(Files.readString(report));
            if (suite.find()) {
                classes.add(new Timed(
                        suite.group(1), Double.parseDouble(suite.group(2).replace(",", ""))));
            }
        }
        System.out.printf(Locale.ROOT, "The slowest of %d classes of tests:%n", classes.size());
        classes.stream()
                .sorted(Comparator.comparingDouble(Timed::seconds).reversed())
                .limit(SHOWN)
                .forEach(timed -> System.out.printf(Locale.ROOT, "%8.1f s  %s%n", timed.seconds(), timed.name()));
    }

    /** Modules stand two folders deep. */
    private static List<Path> reports(Path root) throws IOException {
        List<Path> reports = new ArrayList<>();
        for (String kind : List.of("surefire-reports", "failsafe-reports")) {
            try (Stream<Path> groups = Files.list(root)) {
                for (Path group : groups.filter(Files::isDirectory).toList()) {
                    try (Stream<Path> modules = Files.list(group)) {
                        for (Path module : modules.toList()) {
                            collect(module.resolve("target").resolve(kind), reports);
                        }
                    }
                }
            }
        }
        return reports;
    }

    private static void collect(Path folder, List<Path> reports) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                        .forEach(reports::add);
            }
        }
    }
}
