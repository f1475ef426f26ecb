package io.rapport.access.internal;

import io.rapport.access.Role;
import io.rapport.access.Scopes;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may call a resource method, by the annotations of Jakarta Annotations 2.1: the method's own, else its class's, else
 * nobody.
 *
 * @param isForEverybody without signing in
 * @param roles who may, when not everybody: roles of agents, and scopes of tokens
 */
record Permission(boolean isForEverybody, Set<String> roles) {

    private static final Permission NOBODY = new Permission(false, Set.of());
    private static final Permission EVERYBODY = new Permission(true, Set.of());

    static Permission of(Class<?> resource, Method method) {
        return Stream.of(method, resource)
                .map(Permission::declaredBy)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NOBODY);
    }

    boolean isForNobody() {
        return !isForEverybody && roles.isEmpty();
    }

    boolean includes(Role role) {
        return isForEverybody || roles.contains(role.token());
    }

    /** What a token needs, all of it; empty: no token may. */
    List<String> scopes() {
        return Scopes.ALL.stream().filter(roles::contains).toList();
    }

    private static Optional<Permission> declaredBy(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(NOBODY);
        }
        if (element.isAnnotationPresent(RolesAllowed.class)) {
            RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
            return Optional.of(new Permission(false, Set.of(allowed.value())));
        }
        return element.isAnnotationPresent(PermitAll.class) ? Optional.of(EVERYBODY) : Optional.empty();
    }
}
