package io.rapport.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.rapport.access.Scopes;
import io.rapport.access.SignedInOnly;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What no class does, and what every resource says. */
final class CodeRules {

    /** Speaks on the command line: there its output belongs. */
    private static final Set<String> ON_THE_COMMAND_LINE = Set.of("launcher");

    private static final Map<String, String> UNWANTED_TYPES = Map.of(
            "java.util.Date", "use java.time",
            "java.util.Calendar", "use java.time",
            "java.text.SimpleDateFormat", "use java.time");

    private CodeRules() {}

    /** Time is told by java.time. */
    static List<String> timeIsToldByJavaTime(Codebase code) {
        return code.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> UNWANTED_TYPES.containsKey(use.getTargetClass().getName()))
                .map(Dependency::getDescription)
                .sorted()
                .toList();
    }

    /** Waiting is for a condition, never for a while. */
    static List<String> nobodySleeps(Codebase code) {
        return accesses(
                        code,
                        access -> access.getTargetOwner().isEquivalentTo(Thread.class)
                                && access.getTarget().getName().equals("sleep"))
                .toList();
    }

    /** The server speaks through its log. */
    static List<String> theServerSpeaksThroughItsLog(Codebase code) {
        return accesses(
                        code,
                        access -> access.getTargetOwner().isEquivalentTo(System.class)
                                        && Set.of("out", "err")
                                                .contains(access.getTarget().getName())
                                || access.getTarget().getName().equals("printStackTrace"))
                .toList();
    }

    /** A resource of agents says who may call it; visitors' resources are let in by their token. */
    static List<String> resourcesSayWhoMayCallThem(Codebase code) {
        return code.classes().stream()
                .filter(type -> !code.moduleOf(type).orElseThrow().equals("widget"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .filter(method -> !namesRoles(method) && !namesRoles(method.getOwner()))
                .map(method -> method.getFullName() + " has neither @RolesAllowed nor @PermitAll")
                .sorted()
                .toList();
    }

    /** A resource of agents says which scope an API token needs, or that none may call it; what is open to everybody needs none. */
    static List<String> resourcesSayWhatTokensMayDo(Codebase code) {
        return code.classes().stream()
                .filter(type -> !code.moduleOf(type).orElseThrow().equals("widget"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .filter(method -> !isOpen(method) && namesScopes(method) == isForTheSignedIn(method))
                .map(method -> method.getFullName() + " names either no scope or one and @SignedInOnly")
                .sorted()
                .toList();
    }

    private static boolean isOpen(JavaMethod method) {
        return method.isAnnotatedWith(PermitAll.class)
                || !method.isAnnotatedWith(RolesAllowed.class)
                        && method.getOwner().isAnnotatedWith(PermitAll.class);
    }

    private static boolean namesScopes(JavaMethod method) {
        return Stream.of(
                        method.tryGetAnnotationOfType(RolesAllowed.class),
                        method.getOwner().tryGetAnnotationOfType(RolesAllowed.class))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(allowed -> Stream.of(allowed.value()).anyMatch(Scopes.ALL::contains))
                .isPresent();
    }

    private static boolean isForTheSignedIn(JavaMethod method) {
        return method.isAnnotatedWith(SignedInOnly.class) || method.getOwner().isAnnotatedWith(SignedInOnly.class);
    }

    private static boolean namesRoles(JavaMethod method) {
        return method.isAnnotatedWith(RolesAllowed.class) || method.isAnnotatedWith(PermitAll.class);
    }

    private static boolean namesRoles(JavaClass type) {
        return type.isAnnotatedWith(RolesAllowed.class) || type.isAnnotatedWith(PermitAll.class);
    }

    private static Stream<String> accesses(Codebase code, Predicate<JavaAccess<?>> isUnwanted) {
        return code.classes().stream()
                .filter(type ->
                        !ON_THE_COMMAND_LINE.contains(code.moduleOf(type).orElseThrow()))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(isUnwanted)
                .map(JavaAccess::getDescription)
                .sorted();
    }
}
