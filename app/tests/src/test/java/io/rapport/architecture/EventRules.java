package io.rapport.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import io.rapport.events.DomainEvent;
import io.rapport.events.DomainEvents;
import io.rapport.events.Recorded;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What events are, and who may tell of them. */
final class EventRules {

    private static final Set<String> SUBJECTS_OWNERS = Set.of("contacts", "conversations");

    /** Who may construct an event of the common language. */
    private static final Map<String, Set<String>> MADE_BY = Map.ofEntries(
            Map.entry("ConversationStarted", Set.of("conversations")),
            Map.entry("MessagePosted", Set.of("conversations")),
            Map.entry("MessagesPosted", Set.of("conversations")),
            Map.entry("ConversationChanged", Set.of("conversations")),
            Map.entry("ContactIdentified", Set.of("contacts")),
            Map.entry("ContactChanged", Set.of("contacts")),
            Map.entry("ContactsMerged", Set.of("contacts")),
            Map.entry("ContactsUnmerged", Set.of("contacts")),
            Map.entry("VisitorRecognised", Set.of("contacts")),
            Map.entry("ConversationsHandedOver", Set.of("conversations")),
            Map.entry("SessionStarted", Set.of("sessions")),
            Map.entry("SessionChanged", Set.of("sessions")),
            Map.entry("LabelsDecided", Set.of("labelling")),
            Map.entry("ValuesSupplied", Set.of("enrichment")),
            // Labels arbitrates and words the answer; the subject's owner fires it.
            Map.entry("LabelsApplied", Set.of("labels")),
            Map.entry("AttributesChanged", SUBJECTS_OWNERS));

    /** Who may fire an event, where it is not who constructs it. */
    private static final Map<String, Set<String>> FIRED_BY = Map.of("LabelsApplied", SUBJECTS_OWNERS);

    private EventRules() {}

    /** An event is a record that can be kept under a name and version; the pair is its own. */
    static List<String> eventsAreRecordedRecords(Codebase code) {
        Map<String, String> takenBy = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (JavaClass event : events(code)) {
            if (!event.isRecord()) {
                wrong.add(event.getName() + " is not a record");
            }
            if (!event.isAnnotatedWith(Recorded.class)) {
                wrong.add(event.getName() + " has no @Recorded name");
                continue;
            }
            Recorded recorded = event.getAnnotationOfType(Recorded.class);
            String other = takenBy.putIfAbsent(recorded.value() + " " + recorded.version(), event.getName());
            if (other != null) {
                wrong.add(event.getName() + " is recorded under the name and version of " + other);
            }
        }
        return wrong;
    }

    /** Only the owner of what happened words the event. */
    static List<String> eventsAreConstructedByTheirOwners(Codebase code) {
        Stream<String> foreign = code.classes().stream()
                .flatMap(EventRules::constructions)
                .filter(made -> isToldOf(made.getTargetOwner()))
                .filter(made -> !makers(code, made.getTargetOwner())
                        .contains(code.moduleOf(made.getOriginOwner()).orElseThrow()))
                .map(JavaAccess::getDescription);
        Stream<String> unowned = events(code).stream()
                .filter(event -> makers(code, event).isEmpty())
                .map(event -> event.getName() + " has no owner; name one in EventRules");
        return Stream.concat(foreign, unowned).sorted().toList();
    }

    /** Only the owner of what happened tells of it. */
    static List<String> eventsAreFiredByTheirOwners(Codebase code) {
        return senders(code)
                .filter(sender -> isToldOf(sender.event()))
                .filter(sender -> !FIRED_BY.getOrDefault(sender.event().getSimpleName(), makers(code, sender.event()))
                        .contains(sender.module()))
                .map(sender -> sender.module() + " may not fire "
                        + sender.event().getSimpleName() + ": " + sender.field().getDescription())
                .toList();
    }

    /**
     * What is fired in company is never fired by itself: who observes it plainly would wait for ever. After commit each is
     * delivered by itself.
     */
    static List<String> whatIsFiredInCompanyIsNotObservedAlone(Codebase code) {
        Set<JavaClass> inCompany = companies(code)
                .map(company -> ((JavaParameterizedType)
                                company.getField("events").getType())
                        .getActualTypeArguments()
                        .get(0)
                        .toErasure())
                .collect(Collectors.toSet());
        return Observer.all(code).stream()
                .filter(observer -> observer.lane() != Observer.Lane.AFTERWARDS && inCompany.contains(observer.event()))
                .map(observer -> observer.place().getName() + " would wait for ever for "
                        + observer.event().getSimpleName())
                .sorted()
                .toList();
    }

    /** The records that carry several events. */
    static Stream<JavaClass> companies(Codebase code) {
        return code.classes().stream().filter(type -> type.isAssignableTo(DomainEvents.class) && !type.isInterface());
    }

    private static boolean isToldOf(JavaClass type) {
        return type.isAssignableTo(DomainEvent.class) || type.isAssignableTo(DomainEvents.class);
    }

    /** Whoever may fire an event holds a CDI Event of its type. */
    static Stream<Sender> senders(Codebase code) {
        return code.classes().stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(Event.class))
                .map(field -> new Sender(
                        code.moduleOf(field.getOwner()).orElseThrow(),
                        ((JavaParameterizedType) field.getType())
                                .getActualTypeArguments()
                                .get(0)
                                .toErasure(),
                        field));
    }

    /** The events that a codebase declares. */
    static List<JavaClass> events(Codebase code) {
        return code.classes().stream()
                .filter(type -> type.isAssignableTo(DomainEvent.class) && !type.isInterface())
                .toList();
    }

    private static Set<String> makers(Codebase code, JavaClass event) {
        String module = code.moduleOf(event).orElseThrow();
        return "events".equals(module) ? MADE_BY.getOrDefault(event.getSimpleName(), Set.of()) : Set.of(module);
    }

    private static Stream<JavaAccess<? extends AccessTarget.CodeUnitAccessTarget>> constructions(JavaClass type) {
        return Stream.concat(
                type.getConstructorCallsFromSelf().stream(), type.getConstructorReferencesFromSelf().stream());
    }

    /** A module that holds a CDI Event. */
    record Sender(String module, JavaClass event, JavaField field) {}
}
