package io.rapport.plugin.geoip;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record of a geo database; every part but the country may be null. */
record Place(String country, String region, String city, String timeZone) {

    /** Reads the layout that City and Country databases share; empty where the record names no country. */
    static Optional<Place> of(Map<?, ?> data) {
        String country = text(data, "country", "iso_code");
        if (country == null) {
            return Optional.empty();
        }
        return Optional.of(new Place(
                country,
                data.get("subdivisions") instanceof List<?> list && !list.isEmpty()
                        ? region(country, list.get(0))
                        : null,
                text(data, "city", "names", "en"),
                text(data, "location", "time_zone")));
    }

    /** The name, or where a database has no names the ISO 3166-2 code, such as VN-SG. */
    private static String region(String country, Object subdivision) {
        String name = text(subdivision, "names", "en");
        String code = text(subdivision, "iso_code");
        return name != null || code == null ? name : country + "-" + code;
    }

    private static String text(Object data, String... path) {
        Object found = data;
        for (String step : path) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return found instanceof String text ? text : null;
    }
}
