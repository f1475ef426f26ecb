package io.rapport.sessions.internal;

import io.rapport.events.SessionId;
import io.rapport.events.SuppliedValue;
import io.rapport.sessions.SessionFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Puts what providers supply into a session's closed fields; every field answered is pending no more. */
@ApplicationScoped
class SuppliedFields {

    /** Whose session it was. */
    record Owner(UUID visitor, UUID site) {}

    private static final Map<String, String> COLUMNS = Map.of(
            SessionFields.COUNTRY, "country",
            SessionFields.REGION, "region",
            SessionFields.CITY, "city",
            SessionFields.TIME_ZONE, "time_zone",
            SessionFields.NETWORK, "network",
            SessionFields.DEVICE_TYPE, "device_type",
            SessionFields.DEVICE_NAME, "device_name",
            SessionFields.OPERATING_SYSTEM, "operating_system",
            SessionFields.BROWSER_NAME, "browser_name",
            SessionFields.BROWSER_VERSION, "browser_version");

    private static final int MOST = 200;

    private static final String STILL_PENDING =
            "array(select unnest(pending) except select unnest(string_to_array(:keys, ',')))";

    /** Once no provider needs it any more, an address keeps its network only: 24 bits of IPv4, 48 of IPv6. */
    private static final String TRUNCATE_ADDRESS = ", address = case when cardinality(" + STILL_PENDING
            + ") > 0 then address else host(network(set_masklen(cast(address as inet),"
            + " case family(cast(address as inet)) when 4 then 24 else 48 end))) end";

    @Inject
    Jdbi jdbi;

    @Inject
    @ConfigProperty(name = "rapport.sessions.keep-addresses", defaultValue = "false")
    boolean keepsAddresses;

    /** The owner of the session, or empty when there is nothing to store it in. */
    Optional<Owner> store(SessionId session, List<SuppliedValue> values) {
        Map<String, SuppliedValue> known = new LinkedHashMap<>();
        values.stream()
                .filter(value -> COLUMNS.containsKey(value.key()))
                .filter(value -> value.value() == null || value.value().length() <= MOST)
                .forEach(value -> known.put(value.key(), value));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle -> {
            Update update = handle.createUpdate(statement(known))
                    .bind("id", session.value())
                    .bind("keys", String.join(",", known.keySet()));
            if (known.containsKey(SessionFields.COUNTRY)) {
                update.bind("estimated", isGuessedPlace(known));
            }
            known.values().forEach(value -> update.bind(value.key(), value.value()));
            return update.executeAndReturnGeneratedKeys("visitor_id", "site_id")
                    .map((row, context) -> new Owner(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                    .findOne();
        });
    }

    /** Column names come from the table above, never from a provider. */
    private String statement(Map<String, SuppliedValue> known) {
        String columns = known.keySet().stream()
                .map(key -> COLUMNS.get(key) + " = :" + key)
                .collect(Collectors.joining(", "));
        return "update sessions.session set " + columns
                + (known.containsKey(SessionFields.COUNTRY) ? ", estimated = :estimated" : "")
                + (keepsAddresses ? "" : TRUNCATE_ADDRESS)
                + ", pending = " + STILL_PENDING
                + " where id = :id";
    }

    private static boolean isGuessedPlace(Map<String, SuppliedValue> known) {
        return known.values().stream().anyMatch(SuppliedValue::estimated);
    }
}
