package io.rapport.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import io.rapport.events.DomainEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Draws from bytecode which module uses which, and who tells whom of what, as Markdown. */
final class ModuleMap {

    /** Uses everything, or nothing; an arrow would say nothing. */
    private static final Set<String> LEFT_OUT = Set.of("server", "launcher");

    private static final Comparator<JavaClass> BY_NAME = Comparator.comparing(JavaClass::getSimpleName);

    private final Codebase code;
    private final Map<String, Set<String>> uses = new TreeMap<>();

    ModuleMap(Codebase code) {
        this.code = code;
        code.modules().stream()
                .filter(module -> !LEFT_OUT.contains(module))
                .forEach(module -> uses.put(module, usedBy(module)));
    }

    String markdown() {
        return String.join("\n\n", picture(), table(), events()) + "\n";
    }

    private Set<String> usedBy(String module) {
        return code.classesOf(module).stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .flatMap(use -> code.moduleOf(use.getTargetClass().getBaseComponentType()).stream())
                .filter(used -> !used.equals(module))
                .collect(toCollection(TreeSet::new));
    }

    private String picture() {
        String arrows = uses.keySet().stream()
                .flatMap(from -> uses.get(from).stream()
                        .filter(to -> !isReachedOtherwise(from, to))
                        .map(to -> "  " + from + " --> " + to + "\n"))
                .collect(joining());
        return "An arrow points at what a module uses; one that follows from others is left out.\n\n"
                + "```mermaid\nflowchart TD\n" + arrows + "```";
    }

    private boolean isReachedOtherwise(String from, String to) {
        return uses.get(from).stream().anyMatch(between -> !between.equals(to) && reaches(between, to));
    }

    private boolean reaches(String from, String to) {
        return uses.getOrDefault(from, Set.of()).stream().anyMatch(next -> next.equals(to) || reaches(next, to));
    }

    private String table() {
        String rows = uses.keySet().stream()
                .map(module -> "| %s | %s |%n".formatted(module, orDash(String.join(", ", uses.get(module)))))
                .collect(joining());
        return "| module | uses |\n|---|---|\n" + rows.stripTrailing().replace("\r", "");
    }

    private String events() {
        Map<JavaClass, List<Observer>> observers =
                Observer.all(code).stream().filter(Observer::isOfDomainEvents).collect(groupingBy(Observer::event));
        Stream<JavaClass> all = Stream.concat(EventRules.events(code).stream(), EventRules.companies(code));
        String rows = Stream.concat(all.sorted(BY_NAME), anyEvent())
                .map(event -> row(event, observers.getOrDefault(event, List.of())))
                .collect(joining("\n"));
        return "| event | fired by | together | afterwards | live |\n|---|---|---|---|---|\n" + rows;
    }

    private Stream<JavaClass> anyEvent() {
        return code.classes().stream().filter(type -> type.isEquivalentTo(DomainEvent.class));
    }

    private String row(JavaClass event, List<Observer> observers) {
        return Stream.of(
                        title(event),
                        firedBy(event),
                        learning(observers, Observer.Lane.TOGETHER),
                        learning(observers, Observer.Lane.AFTERWARDS),
                        learning(observers, Observer.Lane.LIVE))
                .map(ModuleMap::orDash)
                .collect(joining(" | ", "| ", " |"));
    }

    private String title(JavaClass event) {
        String module = code.moduleOf(event).orElseThrow();
        return event.isInterface()
                ? "any of them"
                : "`" + event.getSimpleName() + "`" + ("events".equals(module) ? "" : " (within " + module + ")");
    }

    private String firedBy(JavaClass event) {
        return EventRules.senders(code)
                .filter(sender -> sender.event().equals(event))
                .map(EventRules.Sender::module)
                .distinct()
                .sorted()
                .collect(joining(", "));
    }

    private static String learning(List<Observer> observers, Observer.Lane lane) {
        return observers.stream()
                .filter(observer -> observer.lane() == lane)
                .map(observer -> observer.module() + " `" + observer.place().getSimpleName() + "`"
                        + (observer.name().isEmpty() ? "" : " as `" + observer.name() + "`"))
                .distinct()
                .sorted()
                .collect(joining(", "));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }
}
