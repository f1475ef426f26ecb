package io.rapport.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What only the source shows. */
final class SourceRules {

    private static final int MOST_LINES = 300;
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:(?:abstract|final|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) ");
    /** A comment, then nothing but annotations. */
    private static final Pattern DOCUMENTED = Pattern.compile("(?s).*\\*/\\s*(?:@[\\w.]+(?:\\([^;]*?\\))?\\s*)*");

    private SourceRules() {}

    /** Nobody reads a class of more than 300 lines at one sitting. */
    static List<String> classesAreShort(List<Path> modules) {
        return sources(modules)
                .filter(file -> Repository.text(file).lines().count() > MOST_LINES)
                .map(file -> file + " has more than " + MOST_LINES + " lines")
                .toList();
    }

    /** Every public type of a face says what it is. */
    static List<String> facesAreDocumented(List<Path> modules) {
        return sources(modules)
                .filter(isInFace())
                .filter(file -> !isDocumented(Repository.text(file)))
                .map(file -> file + " has no Javadoc")
                .toList();
    }

    private static Predicate<Path> isInFace() {
        Pattern inside = Pattern.compile(".*/internal/.*|.*/package-info\\.java");
        return file -> !inside.matcher(file.toString().replace('\\', '/')).matches();
    }

    private static boolean isDocumented(String source) {
        var type = PUBLIC_TYPE.matcher(source);
        return !type.find()
                || DOCUMENTED.matcher(source.substring(0, type.start())).matches();
    }

    private static Stream<Path> sources(List<Path> modules) {
        return modules.stream()
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> Repository.files(folder, ".java").stream());
    }
}
