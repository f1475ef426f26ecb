package io.rapport.plugin.geoip;

import io.rapport.spi.AttributeProvider;
import io.rapport.spi.AttributeProviderFactory;
import io.rapport.spi.Declaration;
import io.rapport.spi.Fact;
import io.rapport.spi.ProviderContext;
import io.rapport.spi.SessionField;
import io.rapport.spi.Setting;
import io.rapport.spi.SettingType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells the visitor's place by a geo database where one is set, by the proxy, or else by the browser's time zone. */
public final class PlaceProviderFactory implements AttributeProviderFactory {

    private static final String DATABASE = "database";

    @Override
    public String id() {
        return "geoip";
    }

    @Override
    public String version() {
        return Optional.ofNullable(getClass().getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public Declaration declaration() {
        return Declaration.named("Place")
                .description(
                        "Tells the visitor's country, region and city by the address, where a geo database is set; "
                                + "else the country, by a trusted proxy or as an estimate from the browser's time zone.")
                .reads(Fact.REMOTE_ADDRESS, Fact.PROXY_COUNTRY, Fact.TIME_ZONE)
                .supplies(SessionField.COUNTRY, SessionField.REGION, SessionField.CITY, SessionField.TIME_ZONE)
                .setting(Setting.of(SettingType.FILE, DATABASE, "Geo database")
                        .help("A file in MaxMind's format (.mmdb) with cities or countries, such as GeoLite2-City. To "
                                + "renew it, move the new file into its place and start the server again."))
                .build();
    }

    @Override
    public AttributeProvider create(ProviderContext context) throws IOException {
        Optional<Path> file = context.settings().file(DATABASE);
        return new PlaceProvider(file.isPresent() ? PlaceDatabase.open(file.get()) : null);
    }
}
