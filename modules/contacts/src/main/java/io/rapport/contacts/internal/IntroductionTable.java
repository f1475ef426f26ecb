package io.rapport.contacts.internal;

import io.rapport.attributes.ProposedValue;
import io.rapport.events.VisitorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What visitors said before there was a contact to say it of. */
@ApplicationScoped
class IntroductionTable {

    /** As many attributes as a contact may have. */
    static final int MOST = 200;

    private static final Jsonb JSON = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

    /** What is said again replaces what was said, null takes it back. */
    private static final String KEEP = """
            insert into contacts.introduction as i (visitor_id, said, at)
            values (:visitor, jsonb_strip_nulls(cast(:said as jsonb)), :at)
            on conflict (visitor_id) do update set said = jsonb_strip_nulls(i.said || cast(:said as jsonb)), at = excluded.at
             where (select count(*) from jsonb_object_keys(jsonb_strip_nulls(i.said || cast(:said as jsonb)))) <= :most""";

    @Inject
    Jdbi jdbi;

    /** Whether there was room for it. */
    boolean keep(VisitorId visitor, Collection<ProposedValue> said, Instant at) {
        Map<String, Object> values = new HashMap<>();
        said.forEach(value -> values.put(value.key(), value.value()));
        return values.size() <= MOST
                && jdbi.withHandle(handle -> handle.createUpdate(KEEP)
                                .bind("visitor", visitor.value())
                                .bind("said", JSON.toJson(values))
                                .bind("at", at.atOffset(ZoneOffset.UTC))
                                .bind("most", MOST)
                                .execute())
                        > 0;
    }

    /** What the visitor said; from now on it is the contact's. */
    List<ProposedValue> take(VisitorId visitor) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "delete from contacts.introduction where visitor_id = :visitor returning cast(said as text)")
                        .bind("visitor", visitor.value())
                        .mapTo(String.class)
                        .findOne())
                .map(IntroductionTable::read)
                .orElse(List.of());
    }

    /** What a row holds. */
    static List<ProposedValue> read(String said) {
        Map<?, ?> values = JSON.fromJson(said, Map.class);
        return values.entrySet().stream()
                .map(value -> ProposedValue.of((String) value.getKey(), value.getValue()))
                .toList();
    }
}
