package io.rapport.enrichment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.enrichment.PluginStatus.State;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginIsolationTest {

    @TempDir
    private Path folder;

    private HostFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new HostFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static PluginJar usingLibrary(String id, String libraryVersion) {
        return PluginJar.supplying(id, "return Supply.builder().contact(\"plan\", shared.Library.VERSION()).build();")
                .source("shared.Library", """
                        package shared;
                        public class Library { public static String VERSION() { return "%s"; } }
                        """.formatted(libraryVersion));
    }

    @Test
    void twoPluginsUseDifferentVersionsOfOneLibrary() {
        fixture.drop("a.jar", usingLibrary("first", "1.0"))
                .drop("b.jar", usingLibrary("second", "2.0"))
                .start();

        assertThat(fixture.host().ask(HostFixture.aboutContact()))
                .flatExtracting(Answer::values)
                .extracting(FoundValue::text)
                .containsExactly("1.0", "2.0");
    }

    @Test
    void aFolderBringsThePluginAndItsDependencies() {
        fixture.drop("crm/a-plugin.jar", usingLibrary("crm", "1.0").without("shared.Library"))
                .drop(
                        "crm/b-library.jar",
                        usingLibrary("unused", "3.0")
                                .without("acme.Factory")
                                .without("acme.Factory$Provider")
                                .resource("META-INF/services/io.rapport.spi.AttributeProviderFactory", ""))
                .start();

        assertThat(fixture.askOne().values()).extracting(FoundValue::text).containsExactly("3.0");
    }

    @Test
    void aPluginSeesNeitherClassesNorResourcesOfTheServer() {
        fixture.drop("spy.jar", PluginJar.supplying("spy", """
                        ClassLoader own = getClass().getClassLoader();
                        StringBuilder seen = new StringBuilder();
                        for (String name : new String[] {
                                "io.rapport.enrichment.internal.PluginHost", "io.rapport.events.SessionId",
                                "jakarta.inject.Inject", "org.junit.jupiter.api.Test"}) {
                            try {
                                Class.forName(name, false, own);
                                seen.append(name);
                            } catch (ClassNotFoundException invisible) {
                                seen.append("-");
                            }
                        }
                        seen.append(own.getResource("META-INF/beans.xml") == null ? "-" : "beans.xml");
                        seen.append(Thread.currentThread().getContextClassLoader() == own ? "own" : "foreign");
                        seen.append(Class.forName("java.sql.Connection").getSimpleName());
                        return Supply.builder().contact("plan", seen.toString()).build();
                        """)).start();

        assertThat(fixture.askOne().values()).extracting(FoundValue::text).containsExactly("-----ownConnection");
    }

    @Test
    void aPluginKeepsRunningWhenItsJarIsOverwrittenOrDeleted() throws IOException {
        fixture.drop("lazy.jar", PluginJar.supplying("lazy", """
                        return Supply.builder().contact("plan", new acme.Later().toString()).build();
                        """).source("acme.Later", """
                        package acme;
                        public class Later { public String toString() { return "still here"; } }
                        """))
                .start();

        Files.write(fixture.drop.resolve("lazy.jar"), new byte[200]);
        Files.delete(fixture.drop.resolve("lazy.jar"));

        assertThat(fixture.askOne().values()).extracting(FoundValue::text).containsExactly("still here");
    }

    @Test
    void privateCopiesAreGoneAfterTheEnd() throws IOException {
        fixture.drop("a.jar", usingLibrary("first", "1.0")).start();
        assertThat(fixture.copies).isNotEmptyDirectory();

        fixture.close();

        try (Stream<Path> left = Files.list(fixture.copies)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theClassLoaderIsCollectedAfterTheEndWhateverThePluginDid() {
        fixture.drop("messy.jar", PluginJar.supplying("messy", """
                        HELD.set(this);
                        if (request.fact(Fact.EMAIL).get().startsWith("bad")) {
                            throw new Own();
                        }
                        return Supply.builder().contact("orders", new OwnNumber()).build();
                    }
                    static final ThreadLocal<Object> HELD = new ThreadLocal<>();
                    static class Own extends RuntimeException {}
                    static class OwnNumber extends Number {
                        public int intValue() { return 7; }
                        public long longValue() { return 7; }
                        public float floatValue() { return 7; }
                        public double doubleValue() { return 7; }
                        public String toString() { return "7"; }
                        """)).start();
        List<Answer> answers = fixture.host().ask(HostFixture.aboutContact());
        List<FoundValue> values = answers.get(0).values();
        WeakReference<ClassLoader> loader =
                new WeakReference<>(fixture.host().plugins().get(0).loader());
        answers = null;

        fixture.close();

        assertThat(values).extracting(FoundValue::text).containsExactly("7");
        awaitCollection(loader);
    }

    @Test
    void nothingStaysOfAPluginThatIsSkipped() {
        Thread before = threadNamed("plugin-broken.jar");
        fixture.drop("broken.jar", PluginJar.withFactory("""
                        public Factory() { throw new IllegalStateException("no"); }
                        public String id() { return "x"; }
                        public String version() { return "1"; }
                        public Declaration declaration() { return null; }
                        public AttributeProvider create(ProviderContext context) { return null; }
                        """)).start();

        assertThat(fixture.onlyStatus().state()).isEqualTo(State.FAILED);
        assertThat(before).isNull();
        assertThat(threadNamed("plugin-broken.jar")).isNull();
    }

    private static Thread threadNamed(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .findAny()
                .orElse(null);
    }

    /** Collections are not promised at any time, so this asks until one came. */
    private static void awaitCollection(WeakReference<ClassLoader> loader) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (loader.get() != null && System.nanoTime() < end) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(loader.get()).as("the class loader of a closed plugin").isNull();
    }
}
