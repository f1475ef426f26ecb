package io.rapport.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.DomainEvent;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event of the product, found by looking at its package, survives being kept. */
class EventRoundTripTest {

    private final EventFormat format = new EventFormat(JsonbBuilder.create());

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    @DisplayName("an event is read back as it was written")
    void anEventIsReadBackAsItWasWritten(Class<? extends DomainEvent> event) {
        assertRoundTrip(event, arguments(event));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    @DisplayName("an event is read back with each of its parts null that may be")
    void anEventIsReadBackWithNulls(Class<? extends DomainEvent> event) {
        RecordComponent[] components = event.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Object[] arguments = arguments(event);
            if (!components[i].getType().isPrimitive()) {
                arguments[i] = null;
                if (make(event, arguments) != null) {
                    assertRoundTrip(event, arguments);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    @DisplayName("an event's parts alone are kept, not what its methods work out")
    void onlyTheComponentsAreKept(Class<? extends DomainEvent> event) {
        String json = format.write((DomainEvent) make(event, arguments(event)));
        Map<?, ?> kept = JsonbBuilder.create().fromJson(json, Map.class);
        assertThat(kept.keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(event.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    private void assertRoundTrip(Class<? extends DomainEvent> type, Object[] arguments) {
        DomainEvent event = (DomainEvent) make(type, arguments);
        String json = format.write(event);
        var delivery = new Delivery(1, "test", UUID.randomUUID(), EventType.of(type), json, 0, Instant.EPOCH);
        assertThat((Object) format.read(delivery, type)).as(json).isEqualTo(event);
    }

    static List<Class<?>> events() throws Exception {
        List<Class<?>> events = classesBeside(DomainEvent.class)
                .filter(type -> DomainEvent.class.isAssignableFrom(type) && type.isRecord())
                .toList();
        assertThat(events).hasSizeGreaterThan(8);
        return events;
    }

    /** The classes of a package, whether it stands in a folder or in a jar. */
    private static Stream<Class<?>> classesBeside(Class<?> one) throws Exception {
        URI place = one.getResource(one.getSimpleName() + ".class").toURI();
        if (!place.getScheme().equals("jar")) {
            return classesIn(Path.of(place).getParent(), one.getPackageName());
        }
        try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
            return classesIn(jar.getPath(one.getPackageName().replace('.', '/')), one.getPackageName());
        }
    }

    private static Stream<Class<?>> classesIn(Path folder, String packageName) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .map(name -> packageName + "." + name.substring(0, name.length() - ".class".length()))
                    .toList();
            return names.stream().map(EventRoundTripTest::load);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Object[] arguments(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> sample(component.getGenericType()))
                .toArray();
    }

    /** Null when the record refuses these arguments. */
    private static Object make(Class<?> type, Object[] arguments) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException refused) {
            return null;
        } catch (ReflectiveOperationException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static Object sample(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                return Map.of("a key", sample(of[1]));
            }
            return generic.getRawType() == Set.class ? Set.of(sample(of[0])) : List.of(sample(of[0]));
        }
        return sample((Class<?>) type);
    }

    private static Object sample(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[1];
        }
        if (type.isRecord()) {
            return make(type, arguments(type));
        }
        Map<Class<?>, Object> samples = Map.of(
                String.class,
                "Größe \"quoted\" \\ <b>&amp;</b> 日本 🎈\n\t\u2028",
                UUID.class,
                UUID.randomUUID(),
                Instant.class,
                Instant.parse("2026-03-01T10:00:00.123456789Z"),
                boolean.class,
                true,
                int.class,
                Integer.MIN_VALUE,
                long.class,
                Long.MAX_VALUE,
                double.class,
                0.1);
        return java.util.Objects.requireNonNull(samples.get(type), () -> "no sample of " + type);
    }
}
