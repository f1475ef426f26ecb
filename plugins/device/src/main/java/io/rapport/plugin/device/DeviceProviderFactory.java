package io.rapport.plugin.device;

import io.rapport.spi.AttributeProvider;
import io.rapport.spi.AttributeProviderFactory;
import io.rapport.spi.Declaration;
import io.rapport.spi.Fact;
import io.rapport.spi.ProviderContext;
import io.rapport.spi.SessionField;
import io.rapport.spi.Setting;
import io.rapport.spi.SettingType;
import java.util.Optional;
import ua_parser.Parser;

/** Tells device, operating system and browser by the {@code User-Agent} header. */
public final class DeviceProviderFactory implements AttributeProviderFactory {

    private static final String CACHE_SIZE = "cache-size";

    @Override
    public String id() {
        return "device";
    }

    @Override
    public String version() {
        return Optional.ofNullable(getClass().getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public Declaration declaration() {
        return Declaration.named("Device")
                .description("Tells the visitor's device, operating system and browser by the User-Agent header.")
                .reads(Fact.USER_AGENT)
                .supplies(
                        SessionField.DEVICE_TYPE,
                        SessionField.DEVICE_NAME,
                        SessionField.OPERATING_SYSTEM,
                        SessionField.BROWSER_NAME,
                        SessionField.BROWSER_VERSION)
                .setting(Setting.of(SettingType.INTEGER, CACHE_SIZE, "Cache size")
                        .help("How many different User-Agent headers are remembered; 1 or more, each takes about 1 kB.")
                        .defaultsTo("5000"))
                .build();
    }

    @Override
    public AttributeProvider create(ProviderContext context) {
        int cacheSize = context.settings().integer(CACHE_SIZE).orElseThrow();
        if (cacheSize < 1) {
            throw new IllegalArgumentException("The setting 'cache-size' must be 1 or more, not " + cacheSize + ".");
        }
        return new DeviceProvider(new Parser(), cacheSize);
    }
}
