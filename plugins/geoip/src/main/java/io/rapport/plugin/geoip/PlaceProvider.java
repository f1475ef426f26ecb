package io.rapport.plugin.geoip;

import io.rapport.spi.AttributeProvider;
import io.rapport.spi.Fact;
import io.rapport.spi.Request;
import io.rapport.spi.SessionField;
import io.rapport.spi.Supply;
import io.rapport.spi.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks the sources from the most to the least exact; the first that knows the country answers alone. */
final class PlaceProvider implements AttributeProvider {

    private static final Pattern COUNTRY_CODE = Pattern.compile("[A-Z]{2}");

    /** What proxies report where they don't know the country, or where the visitor comes through Tor. */
    private static final Pattern NO_COUNTRY = Pattern.compile("XX|ZZ|T1|A1|A2");

    private final PlaceDatabase database;

    /** @param database null where none is set */
    PlaceProvider(PlaceDatabase database) {
        this.database = database;
    }

    @Override
    public Supply supply(Request request) throws IOException {
        Optional<Place> place = byAddress(request);
        if (place.isPresent()) {
            return supply(place.get(), request);
        }
        return byProxy(request).or(() -> byTimeZone(request)).map(Supply::of).orElse(Supply.none());
    }

    @Override
    public void close() throws IOException {
        if (database != null) {
            database.close();
        }
    }

    private Optional<Place> byAddress(Request request) throws IOException {
        Optional<InetAddress> address = request.fact(Fact.REMOTE_ADDRESS).flatMap(PublicAddress::parse);
        return database == null || address.isEmpty() ? Optional.empty() : database.find(address.get());
    }

    private static Supply supply(Place place, Request request) {
        Supply.Builder supply = Supply.builder()
                .session(SessionField.COUNTRY, place.country())
                .session(SessionField.REGION, place.region())
                .session(SessionField.CITY, place.city());
        // The browser knows its own time zone better than a list of addresses does.
        if (request.fact(Fact.TIME_ZONE).isEmpty()) {
            supply.session(SessionField.TIME_ZONE, place.timeZone());
        }
        return supply.build();
    }

    private static Optional<Value> byProxy(Request request) {
        return request.fact(Fact.PROXY_COUNTRY)
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .filter(code -> COUNTRY_CODE.matcher(code).matches())
                .filter(code -> !NO_COUNTRY.matcher(code).matches())
                .map(code -> Value.ofSession(SessionField.COUNTRY, code));
    }

    private static Optional<Value> byTimeZone(Request request) {
        return request.fact(Fact.TIME_ZONE)
                .flatMap(TimeZoneCountry::of)
                .map(code -> Value.ofSession(SessionField.COUNTRY, code).estimated());
    }
}
