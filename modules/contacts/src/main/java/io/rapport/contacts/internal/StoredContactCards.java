package io.rapport.contacts.internal;

import io.rapport.attributes.ShownValue;
import io.rapport.contacts.Claim;
import io.rapport.contacts.ContactCard;
import io.rapport.contacts.ContactCards;
import io.rapport.events.ContactId;
import io.rapport.events.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads contacts as cards: labels, values and claims in the same statement. */
@ApplicationScoped
public class StoredContactCards implements ContactCards {

    /**
     * Another contact of the realm that holds the same e-mail or phone: the verified one, else the oldest. None where an
     * agent did not believe it.
     */
    private static final String CANDIDATE = """
            left join lateral (
              select o.id, o.name, o.number from contacts.contact o
               where o.realm_id = c.realm_id and o.%2$s = c.%2$s and o.id <> c.id and o.merged_into is null
                 and c.merged_into is null
                 and not exists (select 1 from contacts.claim_refusal r
                                  where r.contact_id = c.id and r.field = '%3$s' and r.value = c.%2$s)
               order by o.verified desc, o.created_at, o.id limit 1) %1$s on true
            """;

    private static final String CARDS = """
            select c.*, %s as labels, %s as attribute_values,
                   by_email.id as email_id, by_email.name as email_name, by_email.number as email_number,
                   by_phone.id as phone_id, by_phone.name as phone_name, by_phone.number as phone_number
              from contacts.contact c
            """
            + CANDIDATE.formatted("by_email", "email_folded", "email")
            + CANDIDATE.formatted("by_phone", "phone", "phone")
            + " where c.id = any(:ids)";

    /** Sources whose word on an e-mail or phone proves nothing. */
    private static final Set<Source> UNPROVEN = Set.of(Source.FORM, Source.SDK);

    @Inject
    Jdbi jdbi;

    @Inject
    Owned owned;

    @Override
    public Map<ContactId, ContactCard> find(Set<ContactId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String sql =
                CARDS.formatted(owned.labels().columnFor("c.id"), owned.values().columnFor("c.id"));
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindArray("ids", UUID.class, ids.stream().map(ContactId::value).toList())
                .map((row, context) -> card(row))
                .collect(Collectors.toMap(ContactCard::id, card -> card)));
    }

    private ContactCard card(ResultSet row) throws SQLException {
        List<ShownValue> values = owned.values().read(row.getString("attribute_values"));
        UUID mergedInto = row.getObject("merged_into", UUID.class);
        return new ContactCard(
                new ContactId(row.getObject("id", UUID.class)),
                row.getObject("realm_id", UUID.class),
                DisplayName.of(row.getString("name"), row.getLong("number")),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getBoolean("verified"),
                row.getBoolean("blocked"),
                row.getLong("conversations"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                owned.labels().read(row.getString("labels")),
                values,
                claims(row, values),
                mergedInto == null ? null : new ContactId(mergedInto));
    }

    private static List<Claim> claims(ResultSet row, List<ShownValue> values) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        for (String field : List.of("email", "phone")) {
            UUID candidate = row.getObject(field + "_id", UUID.class);
            if (candidate != null && isUnproven(field, values)) {
                String name = DisplayName.of(row.getString(field + "_name"), row.getLong(field + "_number"));
                claims.add(new Claim(field, row.getString(field), new ContactId(candidate), name));
            }
        }
        return claims;
    }

    private static boolean isUnproven(String field, List<ShownValue> values) {
        return values.stream()
                .anyMatch(value ->
                        value.key().equals(field) && (UNPROVEN.contains(value.source()) || value.unverified()));
    }
}
