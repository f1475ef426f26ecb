package io.rapport.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import io.rapport.events.DomainEvent;
import io.rapport.events.DomainEvents;
import io.rapport.outbox.AfterCommit;
import io.rapport.outbox.BatchObserver;
import io.rapport.outbox.TwoStep;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.stream.Stream;

/**
 * One that learns of an event.
 *
 * @param module where it stands
 * @param lane when it learns
 * @param name its stored name in the afterwards lane; empty in others
 * @param event of what
 * @param place the class that learns
 * @param methods what is called
 */
record Observer(String module, Lane lane, String name, JavaClass event, JavaClass place, List<JavaMethod> methods) {

    /** When an event is learned. */
    enum Lane {
        TOGETHER,
        AFTERWARDS,
        LIVE
    }

    /** All of a codebase, by the name of their classes. */
    static List<Observer> all(Codebase code) {
        return code.classes().stream()
                .flatMap(type -> Stream.concat(observing(code, type), byInterface(code, type)))
                .toList();
    }

    /** Whether it learns of what happened, not of the container's life. */
    boolean isOfDomainEvents() {
        return event.isAssignableTo(DomainEvent.class) || event.isAssignableTo(DomainEvents.class);
    }

    private static Stream<Observer> observing(Codebase code, JavaClass type) {
        return type.getMethods().stream()
                .flatMap(method -> method.getParameters().stream()
                        .filter(parameter -> parameter.isAnnotatedWith(Observes.class))
                        .map(parameter -> of(code, method, parameter)));
    }

    private static Observer of(Codebase code, JavaMethod method, JavaParameter parameter) {
        TransactionPhase phase = parameter.getAnnotationOfType(Observes.class).during();
        boolean isKept = parameter.isAnnotatedWith(AfterCommit.class);
        boolean isTogether = phase == TransactionPhase.IN_PROGRESS || phase == TransactionPhase.BEFORE_COMPLETION;
        return new Observer(
                code.moduleOf(method.getOwner()).orElseThrow(),
                isKept ? Lane.AFTERWARDS : isTogether ? Lane.TOGETHER : Lane.LIVE,
                isKept ? parameter.getAnnotationOfType(AfterCommit.class).value() : "",
                parameter.getRawType(),
                method.getOwner(),
                List.of(method));
    }

    private static Stream<Observer> byInterface(Codebase code, JavaClass type) {
        return type.getInterfaces().stream()
                .filter(implemented -> implemented.toErasure().isEquivalentTo(TwoStep.class)
                        || implemented.toErasure().isEquivalentTo(BatchObserver.class))
                .filter(implemented -> !type.isAnonymousClass() && !type.isInterface())
                .map(implemented -> new Observer(
                        code.moduleOf(type).orElseThrow(),
                        Lane.AFTERWARDS,
                        String.join("", StringConstants.of(type, "name")),
                        firstArgument(implemented),
                        type,
                        type.getMethods().stream().toList()));
    }

    private static JavaClass firstArgument(JavaType type) {
        return ((JavaParameterizedType) type).getActualTypeArguments().get(0).toErasure();
    }
}
