package io.rapport.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObservesAsync;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What may be done when an event is learned. */
final class LaneRules {

    /** Ways to the database, by the beginnings of their names. */
    private static final List<String> DATABASE =
            List.of("org.jdbi.", "jakarta.persistence.", "javax.sql.", "java.sql.", "org.eclipse.persistence.");

    private LaneRules() {}

    /** After a successful commit there is no transaction any more: hints only, which may be lost. */
    static List<String> liveObserversLeaveTheDatabaseAlone(Codebase code) {
        return Observer.all(code).stream()
                .filter(observer -> observer.lane() == Observer.Lane.LIVE)
                .flatMap(observer -> observer.methods().stream()
                        .flatMap(method -> reached(method)
                                .filter(LaneRules::isDatabase)
                                .map(access ->
                                        method.getFullName() + " reaches the database: " + access.getDescription())))
                .sorted()
                .toList();
    }

    /** What was kept under a name is found again by that name: each has one of its own, and it begins with its module. */
    static List<String> keptObserversHaveNamesOfTheirOwn(Codebase code) {
        Map<String, String> takenBy = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        Observer.all(code).stream()
                .filter(observer -> observer.lane() == Observer.Lane.AFTERWARDS)
                .forEach(observer -> {
                    String place = observer.place().getName();
                    String other = takenBy.putIfAbsent(observer.name(), place + observer.methods());
                    if (other != null) {
                        wrong.add(place + " shares the name '" + observer.name() + "' with " + other);
                    }
                    if (!observer.name().matches(observer.module() + "\\.[a-z][a-zA-Z0-9]*")) {
                        wrong.add(place + " is named '" + observer.name() + "', not '" + observer.module() + ".…'");
                    }
                });
        return wrong;
    }

    /** Asynchronous events are neither kept nor in order: what may wait goes through the outbox. */
    static List<String> nothingIsFiredAsynchronously(Codebase code) {
        Stream<String> fired = code.classes().stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isEquivalentTo(Event.class)
                        && access.getTarget().getName().equals("fireAsync"))
                .map(JavaAccess::getDescription);
        Stream<String> observed = code.classes().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getParameters().stream()
                        .anyMatch(parameter -> parameter.isAnnotatedWith(ObservesAsync.class)))
                .map(method -> method.getFullName() + " observes asynchronously");
        return Stream.concat(fired, observed).sorted().toList();
    }

    /** All that a method's code does, and that of the methods of its module which it calls, lambdas included. */
    private static Stream<JavaAccess<?>> reached(JavaMethod start) {
        Set<JavaCodeUnit> seen = new HashSet<>(Set.of(start));
        Deque<JavaCodeUnit> open = new ArrayDeque<>(seen);
        List<JavaAccess<?>> reached = new ArrayList<>();
        while (!open.isEmpty()) {
            for (JavaAccess<?> access : open.pop().getAccessesFromSelf()) {
                reached.add(access);
                if (access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target) {
                    target.resolveMember()
                            .filter(JavaCodeUnit.class::isInstance)
                            .map(JavaCodeUnit.class::cast)
                            .filter(called -> isSameModule(start.getOwner(), called.getOwner()) && seen.add(called))
                            .ifPresent(open::push);
                }
            }
        }
        return reached.stream();
    }

    private static boolean isSameModule(JavaClass one, JavaClass other) {
        return moduleRoot(one).equals(moduleRoot(other));
    }

    private static String moduleRoot(JavaClass type) {
        return type.getPackageName().replaceFirst("\\.internal(\\..*)?$", "");
    }

    private static boolean isDatabase(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return DATABASE.stream().anyMatch(owner::startsWith);
    }
}
