package io.rapport.plugin.geoip;

import com.ibm.icu.util.TimeZone;
import java.util.Optional;

/** The country that a time zone belongs to: CLDR's data through ICU, since the JDK has none. */
final class TimeZoneCountry {

    /** CLDR's region for zones of no country, such as {@code Etc/UTC}. */
    private static final String WORLD = "001";

    private TimeZoneCountry() {}

    /** @param zone an IANA name, old names included; anything else gives nothing */
    static Optional<String> of(String zone) {
        try {
            String region = TimeZone.getRegion(zone);
            return region.equals(WORLD) ? Optional.empty() : Optional.of(region);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
