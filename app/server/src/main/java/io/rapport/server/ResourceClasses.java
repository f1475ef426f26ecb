package io.rapport.server;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Gathers the REST resources that the modules bring along, so that no list of them has to be kept: those of the module
 * {@code widget} serve visitors, all others serve agents and integrators.
 */
public class ResourceClasses implements Extension {

    private static final String VISITORS = "io.rapport.widget.";
    private static final String OURS = "io.rapport.";

    /** Filled while CDI starts, read when the REST applications do; per class loader, so per deployment. */
    private static final Set<Class<?>> FOUND = ConcurrentHashMap.newKeySet();

    void gather(@Observes @WithAnnotations({Path.class, Provider.class}) ProcessAnnotatedType<?> type) {
        Class<?> found = type.getAnnotatedType().getJavaClass();
        if (found.getName().startsWith(OURS) && !found.isInterface()) {
            FOUND.add(found);
        }
    }

    /** Resources for visitors, and what serves both. */
    static Set<Class<?>> forVisitors() {
        return chosen(type -> type.getName().startsWith(VISITORS) || isShared(type));
    }

    /** Resources for agents and integrators, and what serves both. */
    static Set<Class<?>> forAgents() {
        return chosen(type -> !type.getName().startsWith(VISITORS));
    }

    /** Error mapping and the like stand in this module and serve both sides. */
    private static boolean isShared(Class<?> type) {
        return type.getPackage().equals(ResourceClasses.class.getPackage());
    }

    private static Set<Class<?>> chosen(Predicate<Class<?>> side) {
        return FOUND.stream().filter(side).collect(Collectors.toUnmodifiableSet());
    }
}
