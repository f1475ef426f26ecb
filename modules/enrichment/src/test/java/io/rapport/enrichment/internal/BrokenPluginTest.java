package io.rapport.enrichment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.enrichment.PluginStatus;
import io.rapport.enrichment.PluginStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a plugin, it alone is skipped, and the reason says what to mend. */
class BrokenPluginTest {

    private static final String NOTHING = "return Supply.none();";

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

    private PluginStatus failed() {
        PluginStatus status = fixture.start().onlyStatus();
        assertThat(status.state()).isEqualTo(State.FAILED);
        return status;
    }

    private static PluginJar withId(String id) {
        return PluginJar.supplying(id, NOTHING);
    }

    @Test
    void aPluginThatLacksAClassIsSkippedAndTheOthersRun() {
        fixture.drop(
                        "lacking.jar",
                        PluginJar.withProvider("lacking", """
                        final acme.Gone gone = new acme.Gone();
                        public Supply supply(Request request) { return Supply.none(); }
                        """)
                                .source("acme.Gone", "package acme; public class Gone {}")
                                .without("acme.Gone"))
                .drop("sound.jar", withId("sound"))
                .start();

        assertThat(fixture.host().statuses())
                .extracting(PluginStatus::id, PluginStatus::state, PluginStatus::reason)
                .containsExactly(
                        tuple("lacking", State.FAILED, "It needs the class acme.Gone, which is in none of its jars."),
                        tuple("sound", State.ACTIVE, ""));
    }

    @Test
    void aFactoryThatThrowsInItsConstructorIsNamedWithItsReason() {
        fixture.drop("broken.jar", PluginJar.withFactory("""
                public Factory() { throw new IllegalArgumentException("The moon is in the wrong phase."); }
                public String id() { return "x"; }
                public String version() { return "1"; }
                public Declaration declaration() { return null; }
                public AttributeProvider create(ProviderContext context) { return null; }
                """));

        assertThat(failed().reason()).isEqualTo("The moon is in the wrong phase.");
    }

    @Test
    void aJarWithoutAFactoryOrWithSeveralIsSkipped() {
        fixture.drop("none.jar", PluginJar.empty().resource("readme.txt", "hello"))
                .drop("several.jar", withId("x").source("acme.Second", """
                        package acme;
                        public class Second extends Factory {}
                        """).service("acme.Factory", "acme.Second"))
                .drop("wrong.jar", PluginJar.empty().service("acme.Missing"))
                .start();

        assertThat(fixture.host().statuses())
                .extracting(PluginStatus::reason)
                .satisfiesExactly(
                        reason ->
                                assertThat(reason).startsWith("None of its jars names a factory in META-INF/services/"),
                        reason -> assertThat(reason).contains("several factories"),
                        reason -> assertThat(reason)
                                .contains("META-INF/services is wrong")
                                .contains("acme.Missing"));
    }

    @Test
    void anIdThatNoPluginCanHaveIsRefused() {
        fixture.drop("shouting.jar", withId("Shouting"));

        assertThat(failed().reason()).contains("id must match").contains("'Shouting'");
    }

    @Test
    void theSecondPluginOfOneIdIsSkipped() {
        fixture.drop("a.jar", withId("crm")).drop("b.jar", withId("crm")).start();

        assertThat(fixture.host().statuses())
                .extracting(PluginStatus::state)
                .containsExactly(State.ACTIVE, State.FAILED);
        assertThat(fixture.host().statuses().get(1).reason())
                .contains("'crm' is already taken")
                .contains("a.jar");
    }

    @Test
    void aSettingThatCannotBeReadIsNamed() {
        fixture.set("rapport.plugin.crm.rows", "many").drop("a.jar", withId("crm"));

        assertThat(failed().reason()).contains("'rows' must be a whole number").contains("rapport.plugin.crm.");
    }

    @Test
    void aSettingOfTheServerThatCannotBeReadIsNamed() {
        fixture.set("rapport.plugin.crm.time-limit", "soon").drop("a.jar", withId("crm"));

        assertThat(failed().reason())
                .isEqualTo("The setting rapport.plugin.crm.time-limit must be a duration up to PT20S such as PT2S, "
                        + "not 'soon'.");
    }

    @Test
    void aPluginThatAnOperatorSwitchedOffIsNotCreated() {
        fixture.set("rapport.plugin.crm.enabled", "false")
                .drop("a.jar", PluginJar.withProvider("crm", """
                        { if (true) throw new IllegalStateException("created"); }
                        public Supply supply(Request request) { return Supply.none(); }
                        """))
                .start();

        assertThat(fixture.onlyStatus().state()).isEqualTo(State.OFF);
        assertThat(fixture.onlyStatus().reason()).contains("rapport.plugin.crm.enabled");
        assertThat(fixture.host().ask(HostFixture.aboutContact())).isEmpty();
    }

    @Test
    void aFileThatIsNoJarAndAFolderWithoutJarsAreSkipped() throws IOException {
        Files.writeString(fixture.drop.resolve("half.jar"), "PK, but not really");
        Files.createDirectory(fixture.drop.resolve("empty"));
        Files.writeString(fixture.drop.resolve("notes.txt"), "no plugin");
        fixture.start();

        assertThat(fixture.host().statuses())
                .extracting(PluginStatus::name, PluginStatus::reason)
                .containsExactly(
                        tuple("empty", "The folder holds no jar."),
                        tuple("half.jar", "The file half.jar is not a whole jar."));
    }

    @Test
    void aDropFolderThatDoesNotExistIsListed() {
        Path missing = folder.resolve("missing");
        fixture.start(new PluginFolders(null, List.of(missing)));

        assertThat(fixture.onlyStatus().reason()).contains(missing + " does not exist");
    }

    @Test
    void aSettingThatNoPluginTakesIsNoticed() {
        fixture.set("rapport.plugin.off.enabled", "false")
                .drop("a.jar", withId("crm"))
                .drop("b.jar", withId("off"))
                .start();

        List<String> set = List.of(
                "rapport.plugin.crm.rows",
                "rapport.plugin.crm.rosw",
                "rapport.plugin.crm.time-limit",
                "rapport.plugin.gone.rows",
                "rapport.plugin.off.anything",
                "RAPPORT_PLUGIN_CRM_TIME_LIMIT",
                "RAPPORT_PLUGIN_CRM_TOKNE",
                "RAPPORT_PLUGINS",
                "rapport.plugins");
        assertThat(UnusedSettings.among(set, fixture.host()))
                .containsExactly("RAPPORT_PLUGIN_CRM_TOKNE", "rapport.plugin.crm.rosw", "rapport.plugin.gone.rows");
    }

    @Test
    void aSecretNeverStandsInAReason() {
        fixture.set("rapport.plugin.crm.token", "s3cret").drop("a.jar", PluginJar.withFactory("""
                        public String id() { return "crm"; }
                        public String version() { return "1"; }
                        public Declaration declaration() {
                            return Declaration.named("CRM").reads(Fact.EMAIL).supplies(SessionField.NETWORK)
                                    .setting(Setting.of(SettingType.TEXT, "token", "Token").secret()).build();
                        }
                        public AttributeProvider create(ProviderContext context) {
                            String token = context.settings().text("token").get();
                            throw new IllegalArgumentException("No access with " + token);
                        }
                        """));

        assertThat(failed().reason()).isEqualTo("No access with ***");
    }

    @Test
    void aSecretThatWouldBeCutOrFoldedIsHiddenAsAWhole() {
        String secret = "line-one\nline-two-of-a-long-private-key";
        fixture.set("rapport.plugin.crm.token", secret)
                .drop("a.jar", PluginJar.supplying("crm", """
                throw new java.io.IOException("x".repeat(480) + context.settings().text("token").get());
                """))
                .start();

        String failure = fixture.askOne().failure();
        assertThat(failure).endsWith("x***").doesNotContain("line-one");
        assertThat(fixture.onlyStatus().lastFailure()).isEqualTo(failure);
    }

    @Test
    void ofTwoSecretsTheOneThatBeginsTheOtherLeavesNothingOfIt() {
        assertThat(new Secrets(List.of("abc", "abcdef")).hide("abcdef, abc")).isEqualTo("***, ***");
    }

    @Test
    void aTimeLimitThatOutlastsTheOutboxesLeaseIsNamed() {
        fixture.lease(Duration.ofSeconds(6))
                .set("rapport.plugin.crm.time-limit", "PT5S")
                .drop("a.jar", withId("crm"));

        assertThat(failed().reason())
                .isEqualTo("The setting rapport.plugin.crm.time-limit must be a duration up to PT4S, two thirds of "
                        + "rapport.outbox.lease, such as PT2S, not 'PT5S'.");
    }

    @Test
    void withoutASettingTheTimeLimitStaysWithinTheOutboxesLease() {
        fixture.lease(Duration.ofSeconds(3))
                .drop("a.jar", PluginJar.supplying("crm", """
                return Supply.builder().contact("plan", request.timeLimit().toString()).build();
                """))
                .start();

        assertThat(fixture.askOne().values()).extracting(FoundValue::text).containsExactly("PT2S");
    }

    @Test
    void aPluginCompiledAgainstAnotherInterfaceIsSkipped() {
        fixture.drop("old.jar", PluginJar.withFactory("""
                public String id() { return "old"; }
                public String version() { return "1"; }
                public Declaration declaration() { throw new NoSuchMethodError("io.rapport.spi.Declaration.of()"); }
                public AttributeProvider create(ProviderContext context) { return null; }
                """));

        assertThat(failed().reason()).contains("don't fit this server").contains("Declaration.of()");
    }

    @Test
    void saysWhatInTheDropFolderOthersMayWrite() throws IOException {
        Path jar = withId("crm").write(fixture.drop.resolve("crm/a.jar"));
        Files.setPosixFilePermissions(fixture.drop, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(fixture.drop.resolve("crm"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--rw-"));

        assertThat(new PluginFolders(null, List.of(fixture.drop)).writableByOthers())
                .containsExactly(jar);
    }

    @Test
    void bundledPluginsComeFirst() {
        Path bundled = folder.resolve("bundled");
        withId("crm").write(bundled.resolve("z/plugin.jar"));
        fixture.drop("a.jar", withId("crm")).start(new PluginFolders(bundled, List.of(fixture.drop)));

        assertThat(fixture.host().statuses())
                .extracting(PluginStatus::bundled, PluginStatus::state)
                .containsExactly(tuple(true, State.ACTIVE), tuple(false, State.FAILED));
    }
}
