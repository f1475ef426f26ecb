package io.rapport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every module has a schema of its own and speaks to no other. */
final class SchemaRules {

    private static final Pattern FILE = Pattern.compile("V([1-9][0-9]*)__[a-z0-9]+(_[a-z0-9]+)*\\.sql");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private SchemaRules() {}

    /** SQL in code names the tables of its own module only. */
    static List<String> sqlStaysInItsSchema(Codebase code, Collection<String> schemas) {
        Pattern qualified = qualified(schemas);
        return code.classes().stream()
                .flatMap(type -> StringConstants.of(type).stream()
                        .flatMap(text ->
                                foreign(qualified, text, code.moduleOf(type).orElseThrow()))
                        .map(schema -> type.getName() + " names the schema of " + schema))
                .distinct()
                .toList();
    }

    /** Entities lie in the schema of their module. */
    static List<String> entitiesLieInTheirSchema(Codebase code) {
        return code.classes().stream()
                .filter(type -> type.isAnnotatedWith(Table.class))
                .filter(type -> !schemaOf(type).equals(code.moduleOf(type).orElseThrow()))
                .map(type -> type.getName() + " lies in the schema '" + schemaOf(type) + "'")
                .toList();
    }

    /**
     * Migrations are named so that they are found, numbered without a gap, and touch their own schema.
     *
     * @param modules the folder that the modules lie in
     */
    static List<String> migrationsAreInOrder(Path modules) {
        Collection<String> schemas = schemas(modules);
        return folders(modules)
                .flatMap(folder -> faults(folder, qualified(schemas)).stream())
                .toList();
    }

    /** Every schema is brought up to date at start. */
    static List<String> schemasAreMigratedAtStart(Path modules, Collection<String> migrated) {
        return schemas(modules).stream()
                .filter(schema -> !migrated.contains(schema))
                .map(schema -> "db/" + schema + " is not among the schemas that io.rapport.server.Migrations migrates")
                .toList();
    }

    /** The schemas that have migrations, sorted. */
    static Collection<String> schemas(Path modules) {
        return folders(modules)
                .map(folder -> folder.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> folders(Path modules) {
        return Repository.children(modules).stream()
                .flatMap(module -> Repository.children(module.resolve("src/main/resources/db")).stream())
                .filter(Files::isDirectory);
    }

    private static List<String> faults(Path folder, Pattern qualified) {
        String schema = folder.getFileName().toString();
        String module =
                folder.resolve("../../../../..").normalize().getFileName().toString();
        List<String> faults = new ArrayList<>();
        if (!schema.equals(module)) {
            faults.add(module + " brings migrations for the schema " + schema);
        }
        List<Integer> numbers = new ArrayList<>();
        for (Path file : Repository.children(folder)) {
            Matcher name = FILE.matcher(file.getFileName().toString());
            if (name.matches()) {
                numbers.add(Integer.valueOf(name.group(1)));
            } else {
                faults.add(schema + "/" + file.getFileName() + " is not named like V1__title_in_words.sql");
            }
            String sql = COMMENT.matcher(Repository.text(file)).replaceAll("");
            foreign(qualified, sql, schema)
                    .distinct()
                    .map(other -> schema + "/" + file.getFileName() + " names the schema of " + other)
                    .forEach(faults::add);
        }
        List<Integer> expected =
                IntStream.rangeClosed(1, numbers.size()).boxed().toList();
        if (!numbers.stream().sorted().toList().equals(expected)) {
            faults.add(schema + ": migrations are numbered " + numbers + ", not " + expected);
        }
        return faults;
    }

    /** A schema's name, plain or quoted, with a dot and the beginning of a name, a placeholder or a format behind it. */
    private static Pattern qualified(Collection<String> schemas) {
        return Pattern.compile("(?<![\\w.])\"?(" + String.join("|", schemas) + ")\"?\\.[\\w\"%\u0001]");
    }

    private static Stream<String> foreign(Pattern qualified, String text, String own) {
        return qualified.matcher(text).results().map(found -> found.group(1)).filter(schema -> !schema.equals(own));
    }

    private static String schemaOf(JavaClass type) {
        return type.getAnnotationOfType(Table.class).schema();
    }
}
