package io.rapport.plugin.geoip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.spi.AttributeProvider;
import io.rapport.spi.AttributeProviderFactory;
import io.rapport.spi.Fact;
import io.rapport.spi.Request;
import io.rapport.spi.Settings;
import io.rapport.spi.Subject;
import io.rapport.spi.Supply;
import io.rapport.spi.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceProviderTest {

    @TempDir
    private Path folder;

    private AttributeProvider provider(Path database) throws Exception {
        PlaceProviderFactory factory = new PlaceProviderFactory();
        Map<String, String> texts = database == null ? Map.of() : Map.of("database", database.toString());
        Settings settings = Settings.read(factory.declaration(), texts);
        return factory.create(() -> settings);
    }

    private Path database(int recordSize) {
        return new MaxMindFileWriter(recordSize, "GeoLite2-City")
                .addPlace("113.160.0.0/11", "VN", null, null, "Asia/Ho_Chi_Minh")
                .addPlace("113.160.92.0/24", "VN", "Ho Chi Minh", "Ho Chi Minh City", "Asia/Ho_Chi_Minh")
                .addPlace("2001:db8:1::/48", "DE", "Land Berlin", "Berlin", "Europe/Berlin")
                .addPlace("10.0.0.0/8", "US", null, null, null)
                .write(folder.resolve("city-" + recordSize + ".mmdb"));
    }

    private static Supply ask(AttributeProvider provider, String address, String proxyCountry, String timeZone)
            throws Exception {
        return provider.supply(Request.at("shop")
                .wanting(Subject.SESSION)
                .fact(Fact.REMOTE_ADDRESS, address)
                .fact(Fact.PROXY_COUNTRY, proxyCountry)
                .fact(Fact.TIME_ZONE, timeZone)
                .build());
    }

    private static Map<String, Object> values(Supply supply) {
        return supply.values().stream().collect(Collectors.toMap(Value::key, Value::content));
    }

    @ParameterizedTest(name = "{0} bits")
    @ValueSource(ints = {24, 28, 32})
    void findsThePlaceOfAddressesOfBothVersions(int recordSize) throws Exception {
        try (AttributeProvider provider = provider(database(recordSize))) {
            Supply narrow = ask(provider, "113.160.92.202", null, null);
            assertThat(values(narrow))
                    .isEqualTo(Map.of(
                            "country", "VN",
                            "region", "Ho Chi Minh",
                            "city", "Ho Chi Minh City",
                            "timeZone", "Asia/Ho_Chi_Minh"));
            assertThat(narrow.values()).noneMatch(Value::isEstimated);

            assertThat(values(ask(provider, "113.161.1.1", null, null)))
                    .isEqualTo(Map.of("country", "VN", "timeZone", "Asia/Ho_Chi_Minh"));
            assertThat(values(ask(provider, "2001:db8:1:2::3", null, null)))
                    .containsEntry("country", "DE")
                    .containsEntry("city", "Berlin");
            assertThat(values(ask(provider, "::ffff:113.160.92.202", null, null)))
                    .containsEntry("city", "Ho Chi Minh City");
        }
    }

    @Test
    void leavesTheTimeZoneToABrowserThatNamedIt() throws Exception {
        try (AttributeProvider provider = provider(database(28))) {
            assertThat(values(ask(provider, "113.160.92.202", null, "Asia/Bangkok")))
                    .containsEntry("country", "VN")
                    .doesNotContainKey("timeZone");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "8.8.8.8", "2001:db8:2::1", "127.0.0.1", "::1", "fd00::1", "100.64.1.1"})
    void estimatesTheCountryFromTheTimeZoneOfAnAddressThatIsPrivateOrNotInTheFile(String address) throws Exception {
        try (AttributeProvider provider = provider(database(28))) {
            Supply supply = ask(provider, address, null, "Europe/Paris");

            assertThat(values(supply)).isEqualTo(Map.of("country", "FR"));
            assertThat(supply.values()).allMatch(Value::isEstimated);
        }
    }

    @ParameterizedTest
    @CsvSource({"Asia/Ho_Chi_Minh,VN", "Asia/Saigon,VN", "America/New_York,US", "Asia/Kolkata,IN", "Europe/Kyiv,UA"})
    void estimatesTheCountryWithoutAnyFile(String timeZone, String country) throws Exception {
        try (AttributeProvider provider = provider(null)) {
            assertThat(values(ask(provider, "8.8.8.8", null, timeZone))).isEqualTo(Map.of("country", country));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Etc/UTC", "UTC", "GMT+7", "Mars/Olympus", "+07:00"})
    void suppliesNothingForATimeZoneOfNoCountry(String timeZone) throws Exception {
        try (AttributeProvider provider = provider(null)) {
            assertThat(ask(provider, null, null, timeZone).values()).isEmpty();
        }
    }

    @Test
    void believesTheProxyMoreThanTheTimeZoneAndLessThanTheFile() throws Exception {
        try (AttributeProvider provider = provider(database(28))) {
            Supply byProxy = ask(provider, "8.8.8.8", "au", "Europe/Paris");
            assertThat(values(byProxy)).isEqualTo(Map.of("country", "AU"));
            assertThat(byProxy.values()).noneMatch(Value::isEstimated);

            assertThat(values(ask(provider, "113.160.92.202", "AU", null))).containsEntry("country", "VN");
            assertThat(values(ask(provider, "8.8.8.8", "XX", "Europe/Paris"))).isEqualTo(Map.of("country", "FR"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.localhost", "999.1.1.1", "1.2.3", "fe80::1%eth0", ":::", "[::1]", "1.2.3.4, 5.6.7.8"})
    void neverAsksTheNameServiceForAnAddressThatIsNone(String text) throws Exception {
        try (AttributeProvider provider = provider(database(28))) {
            assertThat(ask(provider, text, null, null).values()).isEmpty();
        }
    }

    @Test
    void namesTheRegionByItsCodeWhereTheFileHasNoName() throws Exception {
        Path file = new MaxMindFileWriter(24, "Sparse-City")
                .add(
                        "1.2.3.0/24",
                        Map.of(
                                "country", Map.of("iso_code", "VN"),
                                "subdivisions", List.of(Map.of("iso_code", "SG")),
                                "padding", "x".repeat(300)))
                .write(folder.resolve("sparse.mmdb"));

        try (AttributeProvider provider = provider(file)) {
            assertThat(values(ask(provider, "1.2.3.4", null, null)))
                    .isEqualTo(Map.of("country", "VN", "region", "VN-SG"));
        }
    }

    @Test
    void refusesADatabaseThatIsMissingOrOfAnotherFormat() throws Exception {
        Path missing = folder.resolve("missing.mmdb");
        Path foreign = Files.writeString(folder.resolve("foreign.mmdb"), "not a database");

        assertThatThrownBy(() -> provider(missing))
                .isInstanceOf(IOException.class)
                .hasMessage("The geo database " + missing + " does not exist or is not a file.");
        assertThatThrownBy(() -> provider(folder)).hasMessageContaining("is not a file");
        assertThatThrownBy(() -> provider(foreign))
                .hasMessage("The geo database " + foreign + " is not a file in MaxMind's format.");
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(AttributeProviderFactory.class))
                .singleElement()
                .satisfies(factory -> assertThat(factory.id()).isEqualTo("geoip"));
    }
}
