package io.rapport.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    Path folder;

    private final Properties system = new Properties();
    private final Map<String, String> environment = new HashMap<>();

    private Settings settings() throws StartFailure {
        return Settings.load(system, environment);
    }

    private Configuration configuration() throws StartFailure {
        return Configuration.from(settings());
    }

    private void file(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("rapport.properties"), content);
        environment.put("RAPPORT_CONFIG", file.toString());
    }

    @Test
    void withoutAnySettingTheDefaultsAreTheDocumentedOnes() throws Exception {
        var configuration = configuration();
        assertThat(configuration.port()).isEqualTo(8080);
        assertThat(configuration.address().isLoopbackAddress()).isTrue();
        assertThat(configuration.publicUrl()).isEqualTo("http://localhost:8080");
        assertThat(configuration.memory()).isEqualTo("768m");
        assertThat(configuration.startTimeout()).hasSeconds(120);
        assertThat(configuration.stopTimeout()).hasSeconds(30);
        assertThat(configuration.externalDatabase()).isEmpty();
    }

    @Test
    void theFileWinsOverTheDefaultTheEnvironmentOverTheFileAndTheSystemPropertyOverAll() throws Exception {
        file("rapport.http.port = 9001");
        assertThat(configuration().port()).isEqualTo(9001);
        environment.put("RAPPORT_HTTP_PORT", "9002");
        assertThat(configuration().port()).isEqualTo(9002);
        system.setProperty("rapport.http.port", "9003");
        assertThat(configuration().port()).isEqualTo(9003);
        assertThat(configuration().publicUrl()).isEqualTo("http://localhost:9003");
    }

    @Test
    void anEmptyValueIsTheSameAsNone() throws Exception {
        file("rapport.http.port =");
        environment.put("RAPPORT_HTTP_PORT", " ");
        assertThat(configuration().port()).isEqualTo(8080);
    }

    @Test
    void theServerLearnsWhatWasSetInTheWayMicroProfileConfigReadsIt() throws Exception {
        file(
                "rapport.plugin.geoip.database = /srv/city.mmdb\nrapport.http.port = 9001\nrapport.limits.sign-in.failures=5");
        system.setProperty("rapport.http.port", "9003");
        assertThat(settings().asEnvironment())
                .containsOnly(
                        Map.entry("RAPPORT_LIMITS_SIGN_IN_FAILURES", "5"),
                        Map.entry("RAPPORT_PLUGIN_GEOIP_DATABASE", "/srv/city.mmdb"),
                        Map.entry("RAPPORT_HTTP_PORT", "9003"));
    }

    @Test
    void aMisspeltSettingIsRefusedWithThePlaceWhereItStands() throws Exception {
        file("rapport.htpp.port = 9001");
        assertThatThrownBy(this::settings)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("rapport.htpp.port")
                .hasMessageContaining(environment.get("RAPPORT_CONFIG"));
    }

    @Test
    void aMisspeltVariableOfTheEnvironmentIsRefused() {
        environment.put("RAPPORT_HTPP_PORT", "9001");
        assertThatThrownBy(this::settings)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("RAPPORT_HTPP_PORT")
                .hasMessageContaining("the environment");
    }

    @Test
    void aSettingThatOnceWasPlannedIsRefusedLikeAnyOtherThatDoesNotExist() {
        system.setProperty("rapport.rules", folder.toString());
        assertThatThrownBy(this::settings).hasMessageContaining("There is no setting rapport.rules");
    }

    @Test
    void whatKubernetesAddsForAServiceOfThisNameIsPassedOver() throws Exception {
        var links = Map.of(
                "RAPPORT_PORT", "tcp://10.0.0.1:80",
                "RAPPORT_PORT_80_TCP", "tcp://10.0.0.1:80",
                "RAPPORT_PORT_80_TCP_PROTO", "tcp",
                "RAPPORT_PORT_80_TCP_PORT", "80",
                "RAPPORT_PORT_80_TCP_ADDR", "10.0.0.1",
                "RAPPORT_SERVICE_HOST", "10.0.0.1",
                "RAPPORT_SERVICE_PORT", "80",
                "RAPPORT_SERVICE_PORT_HTTP", "80",
                "RAPPORT_DB_SERVICE_HOST", "10.0.0.2",
                "RAPPORT_DB_PORT", "tcp://10.0.0.2:5432");
        environment.putAll(links);
        assertThat(settings().serviceLinks()).isEqualTo(links.keySet());
        assertThat(settings().asEnvironment()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RAPPORT_PORT,8080",
        "RAPPORT_SERVICE_PORT,http",
        "RAPPORT_SERVICE,10.0.0.1",
        "RAPPORT_PORTS,tcp://10.0.0.1:80",
        "RAPPORT_PORT_TCP,tcp://10.0.0.1:80",
        "RAPPORT_PORT_80_TCP_NAME,http",
        "RAPPORT_HTTP_PROT,tcp://10.0.0.1:80",
        "RAPPORT_RULES,/srv/rules",
    })
    void whatOnlyLooksLikeALinkIsRefusedAsMisspelt(String name, String value) {
        environment.put(name, value);
        assertThatThrownBy(this::settings)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("There is no setting " + name);
    }

    @Test
    void aServiceLinkDoesNotHideTheSettingOfTheSameName() {
        environment.put("RAPPORT_HTTP_PORT", "tcp://10.0.0.1:80");
        assertThatThrownBy(this::configuration).hasMessageContaining("rapport.http.port is 'tcp://10.0.0.1:80'");
    }

    @Test
    void theEnvironmentMayHoldWhatPluginsKnowAndWhatIsNotRapports() throws Exception {
        environment.put("RAPPORT_PLUGIN_GEOIP_DATABASE", "/srv/city.mmdb");
        environment.put("RAPPORT_LIMITS_SIGN_IN_FAILURES_PER_EMAIL", "5");
        environment.put("RAPPORTEUR", "me");
        assertThat(settings().given("rapport.limits.sign-in.failures-per-email"))
                .contains("5");
    }

    @Test
    void trustedProxiesAreAddressesAndNetworks() throws Exception {
        system.setProperty("rapport.proxy.trusted", "127.0.0.1, 10.0.0.0/8,::1, 2001:db8::/32");
        assertThat(configuration()).isNotNull();
    }

    @Test
    void aSettingsFileThatIsMissingIsNamed() {
        environment.put("RAPPORT_CONFIG", folder.resolve("absent").toString());
        assertThatThrownBy(this::settings)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("RAPPORT_CONFIG")
                .hasMessageContaining("absent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rapport.http.port|eighty|rapport.http.port is 'eighty' but must be a whole number from 1 to 65535.",
                "rapport.http.port|0|a whole number from 1 to 65535",
                "rapport.http.port|65536|a whole number from 1 to 65535",
                "rapport.http.address|no such host!|an address of this machine",
                "rapport.public.url|chat.example.org|https://chat.example.org",
                "rapport.public.url|ftp://chat.example.org|https://chat.example.org",
                "rapport.db.url|jdbc:mysql://localhost/rapport|jdbc:postgresql://host:5432/rapport",
                "rapport.db.options|work_mem|name=value",
                "rapport.db.options|listen_addresses=*|must not set listen_addresses",
                "rapport.server.memory|much|such as 768m",
                "rapport.server.war|absent.war|an existing WAR file",
                "rapport.start.timeout|1|a whole number from 5 to 3600",
                "rapport.plugins|absent/folder|an existing folder",
                "rapport.cluster|10.0.0.1|off",
                "rapport.admin.email|a@example.org|set both or neither",
                "rapport.proxy.trusted|10.0.0.0/-1|addresses or networks",
                "rapport.proxy.trusted|10.0.0.0/x|addresses or networks",
                "rapport.proxy.trusted|10.0.0.0/33|addresses or networks",
                "rapport.proxy.trusted|10.0.0.0/|addresses or networks",
                "rapport.proxy.trusted|10.0.0.1, proxy.example.org|no host names",
                "rapport.proxy.trusted|999.1.1.1|addresses or networks",
                "rapport.proxy.trusted|.:1|addresses or networks",
                "rapport.limits.address|0|a whole number from 1",
                "rapport.limits.sockets|0|a whole number from 1",
                "rapport.limits.body|-1|a whole number from 1",
                "rapport.limits.sign-in.failures|many|a whole number from 1",
            })
    void aBrokenSettingIsRefusedWithWhatItMustBe(String key, String value, String message) {
        system.setProperty(key, value);
        assertThatThrownBy(this::configuration)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(key)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://chat.example.org/", "https://chat.example.org"})
    void thePublicUrlEndsWithoutASlash(String url) throws Exception {
        system.setProperty("rapport.public.url", url);
        assertThat(configuration().publicUrl()).isEqualTo("https://chat.example.org");
    }

    @Test
    void optionsOfTheDatabaseAreReadByNameAndValue() throws Exception {
        system.setProperty("rapport.db.options", "log_statement=all, work_mem = 16MB");
        assertThat(configuration().databaseOptions())
                .containsOnly(Map.entry("log_statement", "all"), Map.entry("work_mem", "16MB"));
    }

    @Test
    void theServerGetsTheParametersThatItReliesOnUnlessTheUrlSetsThem() {
        assertThat(new DatabaseAddress("jdbc:postgresql://db/rapport", "me", "secret")
                        .withServerParameters()
                        .url())
                .isEqualTo("jdbc:postgresql://db/rapport"
                        + "?stringtype=unspecified&reWriteBatchedInserts=true&ApplicationName=rapport"
                        + "&connectTimeout=3&loginTimeout=3&socketTimeout=30&tcpKeepAlive=true");
        assertThat(new DatabaseAddress("jdbc:postgresql://db/rapport?ApplicationName=mine", "me", "secret")
                        .withServerParameters()
                        .url())
                .isEqualTo("jdbc:postgresql://db/rapport"
                        + "?ApplicationName=mine&stringtype=unspecified&reWriteBatchedInserts=true"
                        + "&connectTimeout=3&loginTimeout=3&socketTimeout=30&tcpKeepAlive=true");
    }

    @Test
    void howLongToWaitForTheDatabaseIsTheOperatorsChoice() {
        assertThat(new DatabaseAddress("jdbc:postgresql://db/rapport?socketTimeout=0&connectTimeout=20", "me", "secret")
                        .withServerParameters()
                        .url())
                .contains("?socketTimeout=0&connectTimeout=20&")
                .doesNotContain("socketTimeout=30", "connectTimeout=3&");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/rapport?password=secret",
                "jdbc:postgresql://db/rapport?ssl=true&Password=secret",
                "jdbc:postgresql://me:secret@db/rapport",
            })
    void aPasswordInTheDatabasesUrlIsRefusedWithoutPrintingIt(String url) {
        system.setProperty("rapport.db.url", url);
        assertThatThrownBy(this::configuration)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("rapport.db.password")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aUrlOfAnotherSortIsRefusedWithoutPrintingThePasswordThatItMayHold() {
        system.setProperty("rapport.db.url", "postgres://me:secret@db/rapport");
        assertThatThrownBy(this::configuration)
                .hasMessageContaining("jdbc:postgresql://host:5432/rapport")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theDatabasesUrlIsPrintedWithoutItsParameters() {
        var address = new DatabaseAddress("jdbc:postgresql://db/rapport?sslpassword=secret", "me", "hidden");
        assertThat(address).hasToString("jdbc:postgresql://db/rapport as me");
    }

    @Test
    void aDatabaseThatCannotBeUsedIsNamedWithoutTheParametersOfItsUrl() {
        var address = new DatabaseAddress("jdbc:postgresql://db:port/rapport?sslpassword=secret", "me", "hidden");
        assertThatThrownBy(() -> ExternalDatabase.check(address))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("jdbc:postgresql://db:port/rapport as me")
                .hasMessageNotContaining("secret");
    }
}
