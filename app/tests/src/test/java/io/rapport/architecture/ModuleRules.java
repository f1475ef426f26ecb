package io.rapport.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who may depend on whom, and by what. Every rule answers with what breaks it, a line each. */
final class ModuleRules {

    /** Whom a module may use; one that is not named here may be used by nobody and use nobody. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("events", Set.of()),
            Map.entry("spi", Set.of()),
            Map.entry("plugin", Set.of("spi")),
            Map.entry("outbox", Set.of("events")),
            Map.entry("access", Set.of("events")),
            Map.entry("attributes", Set.of("events", "access")),
            Map.entry("labels", Set.of("events", "access")),
            Map.entry("vocabulary", Set.of("events", "labels", "attributes")),
            Map.entry("sites", Set.of("events", "vocabulary", "attributes", "access")),
            Map.entry("contacts", Set.of("events", "outbox", "labels", "attributes", "sites", "access", "vocabulary")),
            Map.entry("conversations", Set.of("events", "outbox", "labels", "attributes", "sites", "access")),
            Map.entry("sessions", Set.of("events", "outbox", "labels", "attributes", "sites", "access")),
            Map.entry(
                    "enrichment",
                    Set.of(
                            "events",
                            "outbox",
                            "attributes",
                            "sites",
                            "access",
                            "contacts",
                            "conversations",
                            "sessions",
                            "spi")),
            Map.entry(
                    "labelling",
                    Set.of(
                            "events",
                            "outbox",
                            "vocabulary",
                            "labels",
                            "attributes",
                            "sites",
                            "access",
                            "contacts",
                            "conversations",
                            "sessions")),
            Map.entry(
                    "widget",
                    Set.of("events", "sites", "attributes", "access", "contacts", "conversations", "sessions")),
            Map.entry(
                    "desk",
                    Set.of(
                            "events",
                            "outbox",
                            "vocabulary",
                            "labels",
                            "attributes",
                            "sites",
                            "access",
                            "contacts",
                            "conversations",
                            "sessions",
                            "enrichment",
                            "labelling")),
            Map.entry("launcher", Set.of()));

    /** Wires the product together and may use every face. */
    private static final Set<String> WIRING = Set.of("server");

    private static final Set<String> READ_BY_FACE_ONLY = Set.of("contacts", "conversations", "sessions");
    private static final Set<String> READERS = Set.of("enrichment", "labelling");
    private static final Pattern READ_FACE =
            Pattern.compile("[A-Z][a-z]+Cards?|Claim|Session(Fields|Request)|Pending(Fields|Attributes)|OwedAttribute");

    private static final Set<String> JDK_ONLY = Set.of("events", "spi");

    private ModuleRules() {}

    /** Modules use only those below them, so that siblings never meet and nothing goes round in a circle. */
    static List<String> modulesUseOnlyThoseTheyMay(Codebase code) {
        return crossings(
                        code,
                        (from, to) -> !WIRING.contains(from)
                                && !MAY_USE.getOrDefault(from, Set.of()).contains(to))
                .map(found -> found.from() + " may not use " + found.to() + ": " + found.text())
                .toList();
    }

    /** What lies in a module's package internal is used by that module alone. */
    static List<String> insidesAreUsedByTheirModuleAlone(Codebase code) {
        return crossings(code, (from, to) -> true)
                .filter(found -> code.isInternal(found.target()))
                .map(found -> found.from() + " uses the inside of " + found.to() + ": " + found.text())
                .toList();
    }

    /** Rules and providers read the three; only their own screens and the visitor change something in them. */
    static List<String> rulesAndProvidersOnlyReadTheThree(Codebase code) {
        return crossings(code, (from, to) -> READERS.contains(from) && READ_BY_FACE_ONLY.contains(to))
                .filter(found -> !READ_FACE
                        .matcher(outermost(found.target()).getSimpleName())
                        .matches())
                .map(found -> found.from() + " uses more than a read face of " + found.to() + ": " + found.text())
                .toList();
    }

    /** What others build upon brings no library along. */
    static List<String> foundationsUseTheJdkAlone(Codebase code) {
        return JDK_ONLY.stream()
                .flatMap(module -> code.classesOf(module).stream())
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> !isJdk(use.getTargetClass()))
                .filter(use -> !code.moduleOf(use.getTargetClass()).equals(code.moduleOf(use.getOriginClass())))
                .map(Dependency::getDescription)
                .sorted()
                .toList();
    }

    /** Every use of another module that is of interest. */
    private static Stream<Crossing> crossings(Codebase code, BiPredicate<String, String> isOfInterest) {
        return code.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .flatMap(use -> Crossing.of(code, use).stream())
                .filter(found -> isOfInterest.test(found.from(), found.to()))
                .sorted();
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass outer = type.isArray() ? type.getBaseComponentType() : type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    private static boolean isJdk(JavaClass type) {
        return type.getBaseComponentType().isPrimitive()
                || type.getPackageName().startsWith("java.");
    }

    /** One module's use of another. */
    record Crossing(String from, String to, Dependency use) implements Comparable<Crossing> {

        static Optional<Crossing> of(Codebase code, Dependency use) {
            Optional<String> from = code.moduleOf(use.getOriginClass());
            Optional<String> to = code.moduleOf(use.getTargetClass().getBaseComponentType());
            return from.isEmpty() || to.isEmpty() || from.equals(to)
                    ? Optional.empty()
                    : Optional.of(new Crossing(from.get(), to.get(), use));
        }

        JavaClass target() {
            return use.getTargetClass().getBaseComponentType();
        }

        String text() {
            return use.getDescription();
        }

        @Override
        public int compareTo(Crossing other) {
            return text().compareTo(other.text());
        }
    }
}
