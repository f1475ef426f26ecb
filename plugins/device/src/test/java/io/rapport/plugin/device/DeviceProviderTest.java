package io.rapport.plugin.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rapport.spi.AttributeProvider;
import io.rapport.spi.AttributeProviderFactory;
import io.rapport.spi.Fact;
import io.rapport.spi.Request;
import io.rapport.spi.SessionField;
import io.rapport.spi.Settings;
import io.rapport.spi.Subject;
import io.rapport.spi.Supply;
import io.rapport.spi.Value;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceProviderTest {

    private static AttributeProvider provider;

    @BeforeAll
    static void createProvider() throws Exception {
        provider = create(Map.of("cache-size", "2"));
    }

    private static AttributeProvider create(Map<String, String> settings) throws Exception {
        DeviceProviderFactory factory = new DeviceProviderFactory();
        Settings read = Settings.read(factory.declaration(), settings);
        return factory.create(() -> read);
    }

    private static Map<String, Object> read(String userAgent) throws Exception {
        Supply supply = provider.supply(Request.at("shop")
                .wanting(Subject.SESSION)
                .fact(Fact.USER_AGENT, userAgent)
                .build());
        return supply.values().stream().collect(Collectors.toMap(Value::key, Value::content));
    }

    @ParameterizedTest(name = "{0} {1} on {2}, {3} {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            desktop | | Windows 10 | Chrome | 128.0 | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36
            desktop | | Windows 10 | Edge | 128.0 | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 Edg/128.0.2739.42
            desktop | Mac | Mac OS X | Safari | 17.5 | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15
            desktop | | Ubuntu | Firefox | 129.0 | Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:129.0) Gecko/20100101 Firefox/129.0
            phone | iPhone | iOS 17.5.1 | Mobile Safari | 17.5 | Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1
            phone | Samsung SM-S918B | Android 14 | Samsung Internet | 25.0 | Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36
            phone | | Android | Chrome Mobile | 128.0 | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36
            phone | | Android 14 | Firefox Mobile | 129.0 | Mozilla/5.0 (Android 14; Mobile; rv:129.0) Gecko/129.0 Firefox/129.0
            tablet | iPad | iOS 16.6 | Mobile Safari | 16.6 | Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1
            tablet | SM-X700 | Android 13 | Chrome | 127.0 | Mozilla/5.0 (Linux; Android 13; SM-X700) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.0.0 Safari/537.36
            tablet | Kindle | Android 9 | Amazon Silk | 112.3 | Mozilla/5.0 (Linux; Android 9; KFMAWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/112.3.1 like Chrome/112.0 Safari/537.36
            bot | | | Googlebot | 2.1 | Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)
            bot | | | curl | 8.4 | curl/8.4.0
            other | BRAVIA 4K VH2 | Android 11 | Chrome | 99.0 | Mozilla/5.0 (Linux; Android 11; BRAVIA 4K VH2) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0 Safari/537.36
            other | | | | | something new
            """)
    void readsDeviceSystemAndBrowser(
            String type, String name, String system, String browser, String version, String userAgent)
            throws Exception {
        Map<String, Object> values = read(userAgent);

        assertThat(values.get(SessionField.DEVICE_TYPE.key())).isEqualTo(type);
        assertThat(values.get(SessionField.DEVICE_NAME.key())).isEqualTo(name);
        assertThat(values.get(SessionField.OPERATING_SYSTEM.key())).isEqualTo(system);
        assertThat(values.get(SessionField.BROWSER_NAME.key())).isEqualTo(browser);
        assertThat(values.get(SessionField.BROWSER_VERSION.key())).isEqualTo(version);
    }

    @Test
    void suppliesNothingWithoutAHeader() throws Exception {
        assertThat(read(null)).isEmpty();
    }

    @Test
    void survivesAHeaderOfAnyLength() throws Exception {
        assertThat(read("Mozilla/5.0 (" + "Linux; ".repeat(100_000))).containsKey("deviceType");
    }

    @Test
    void refusesACacheThatHoldsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Map.of("cache-size", "0")))
                .withMessageContaining("cache-size");
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(AttributeProviderFactory.class))
                .singleElement()
                .satisfies(factory -> assertThat(factory.id()).isEqualTo("device"));
    }
}
