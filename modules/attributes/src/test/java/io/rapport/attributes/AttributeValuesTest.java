package io.rapport.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.access.FieldError;
import io.rapport.events.Actor;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.TimeOrderedId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

class AttributeValuesTest {

    private static final Actor MAI = new Actor(Actor.Kind.AGENT, "mai", "Mai", null);
    private static final Actor GEO = new Actor(Actor.Kind.PLUGIN, "geoip", "Geo", "1.2");
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.123456Z");

    private final Jdbi jdbi = OwnersDatabase.jdbi();
    private final FixedDefinitions definitions = new FixedDefinitions()
            .with("plan", AttributeType.LIST, "Free", "Pro")
            .with("seats", AttributeType.NUMBER)
            .with("beta", AttributeType.BOOLEAN)
            .with("hometown", AttributeType.TEXT)
            .with("credit", AttributeType.NUMBER, false);
    private final AttributeValues values =
            new AttributeValues(jdbi, definitions, Clock.fixed(NOON, ZoneOffset.UTC), "contacts", Subject.Kind.CONTACT);
    private final UUID contact = TimeOrderedId.next();

    @Test
    void eachKeyOfAFormStandsOrFallsForItself() {
        Saved saved = offer(
                Source.FORM,
                NOON,
                ProposedValue.of("name", "Nguyễn Thị Mai"),
                ProposedValue.of("phone", "0905 123 456"),
                ProposedValue.of("email", "not an address"),
                ProposedValue.of("plan", "Gold"),
                ProposedValue.of("beta", "yes"),
                ProposedValue.of("seats", "12.50"));

        assertThat(saved.saved()).containsExactly("name", "phone", "beta", "seats");
        assertThat(saved.changedKeys()).containsExactlyInAnyOrder("name", "phone", "beta", "seats");
        assertThat(saved.refused())
                .containsExactly(
                        new FieldError("email", "must be an e-mail address"),
                        new FieldError("plan", "must be one of the options"));
        assertThat(shown("phone").value()).isEqualTo("+84905123456");
        assertThat(shown("beta").value()).isEqualTo(true);
        assertThat(shown("seats").value()).isEqualTo(new BigDecimal("12.5"));
    }

    @Test
    void aShownValueTellsWhereItCameFrom() {
        Actor visitor = new Actor(Actor.Kind.VISITOR, "v", "Visitor", null);
        jdbi.inTransaction(handle -> values.offer(
                contact,
                Source.PLUGIN,
                "geoip",
                GEO,
                NOON,
                "VN",
                List.of(new ProposedValue("hometown", "Huế", true, true))));
        jdbi.inTransaction(handle -> values.offer(
                contact, Source.SDK, "sdk", visitor, NOON, "VN", List.of(ProposedValue.of("hometown", "Hanoi"))));

        assertThat(values.of(contact))
                .containsExactly(new ShownValue(
                        "hometown", "Huế", Source.PLUGIN, "geoip", GEO, NOON, false, true, true, false, true, 1));
    }

    @Test
    void anAgentsWordOutranksAPluginWhateverComesLater() {
        offer(Source.AGENT, NOON, ProposedValue.of("hometown", "Hue"));
        Saved later = offer(Source.PLUGIN, NOON.plusSeconds(60), ProposedValue.of("hometown", "Hanoi"));

        assertThat(later.saved()).containsExactly("hometown");
        assertThat(later.changedKeys()).isEmpty();
        assertThat(shown("hometown").value()).isEqualTo("Hue");
        assertThat(shown("hometown").others()).isEqualTo(1);
    }

    @Test
    void aStrongerSourceTakesOverFromAWeakerOneAndTheChangeIsOnRecord() {
        offer(Source.FORM, NOON, ProposedValue.of("hometown", "Hanoi"));
        Saved saved = offer(Source.AGENT, NOON, ProposedValue.of("hometown", "Hue"));

        assertThat(saved.changedKeys()).containsExactly("hometown");
        assertThat(history()).containsExactly("null→\"Hanoi\" by form", "\"Hanoi\"→\"Hue\" by agent");
    }

    @Test
    void anAgentsLaterEditStandsThoughTheClockWasPutBack() {
        offer(Source.AGENT, NOON, ProposedValue.of("hometown", "Hue"));
        assertThat(offer(Source.AGENT, NOON.minusSeconds(3_600), ProposedValue.of("hometown", "Hanoi"))
                        .changedKeys())
                .containsExactly("hometown");
        assertThat(shown("hometown").value()).isEqualTo("Hanoi");
        assertThat(shown("hometown").setAt()).isEqualTo(NOON.plus(1, ChronoUnit.MICROS));

        offer(Source.AGENT, NOON.minusSeconds(3_599), ProposedValue.of("hometown", null));
        assertThat(shown("hometown").value()).isNull();
    }

    @Test
    void aFormsLaterAnswerStandsThoughTheClockWasPutBackAndAPluginsOlderValueDoesNot() {
        offer(Source.FORM, NOON, ProposedValue.of("hometown", "Hue"));
        offer(Source.FORM, NOON.minusSeconds(60), ProposedValue.of("hometown", "Hanoi"));
        assertThat(shown("hometown").value()).isEqualTo("Hanoi");

        offer(Source.PLUGIN, NOON, ProposedValue.of("hometown", "Da Nang"));
        offer(Source.PLUGIN, NOON.minusSeconds(60), ProposedValue.of("hometown", "Saigon"));
        assertThat(shown("hometown").value()).isEqualTo("Da Nang");
    }

    @Test
    void anAgentsRemovalStandsAsEmpty() {
        offer(Source.PLUGIN, NOON, ProposedValue.of("hometown", "Hanoi"));
        assertThat(offer(Source.AGENT, NOON, ProposedValue.of("hometown", null)).changedKeys())
                .containsExactly("hometown");
        offer(Source.PLUGIN, NOON.plusSeconds(9), ProposedValue.of("hometown", "Da Nang"));

        assertThat(shown("hometown").value()).isNull();
        assertThat(shown("hometown").source()).isEqualTo(Source.AGENT);
        assertThat(shown("hometown").others()).isEqualTo(1);
    }

    @Test
    void nullFromAPluginWithdrawsItsValueAndTheNextSourceIsShown() {
        offer(Source.SDK, NOON, ProposedValue.of("hometown", "Hue"));
        offer(Source.PLUGIN, NOON, ProposedValue.of("hometown", "Hanoi"));

        Saved saved = offer(Source.PLUGIN, NOON.plusSeconds(1), ProposedValue.of("hometown", null));
        assertThat(saved.changedKeys()).containsExactly("hometown");
        assertThat(shown("hometown").value()).isEqualTo("Hue");

        offer(Source.SDK, NOON.plusSeconds(1), ProposedValue.of("hometown", null));
        assertThat(values.of(contact)).isEmpty();
    }

    @Test
    void anEmptyAnswerOfAFormWritesNothing() {
        offer(Source.FORM, NOON, ProposedValue.of("hometown", "Hue"));
        Saved saved = offer(Source.FORM, NOON.plusSeconds(1), ProposedValue.of("hometown", "  "));

        assertThat(saved.saved()).isEmpty();
        assertThat(saved.refused()).isEmpty();
        assertThat(shown("hometown").value()).isEqualTo("Hue");
    }

    @Test
    void visitorsWriteOnlyWhatTheyMay() {
        assertThat(offer(Source.SDK, NOON, ProposedValue.of("credit", 5)).refused())
                .containsExactly(new FieldError("credit", "may not be written by visitors"));
        assertThat(offer(Source.AGENT, NOON, ProposedValue.of("credit", 5)).saved())
                .containsExactly("credit");
    }

    @Test
    void undeclaredKeysAreKeptAsMarkedTextFromVisitorsAndRefusedFromOthers() {
        offer(Source.SDK, NOON, ProposedValue.of("cartTotal", new BigDecimal("1E+2")));

        assertThat(shown("cartTotal").value()).isEqualTo("100");
        assertThat(shown("cartTotal").declared()).isFalse();
        assertThat(offer(Source.AGENT, NOON, ProposedValue.of("shoeSize", 42)).refused())
                .containsExactly(new FieldError("shoeSize", "is not a declared attribute"));
        definitions.with("cartTotal", AttributeType.NUMBER);
        assertThat(shown("cartTotal").declared()).isTrue();
        assertThat(shown("cartTotal").unparsed()).isTrue();
    }

    @Test
    void badKeysAreRefusedByName() {
        assertThat(offer(Source.SDK, NOON, ProposedValue.of("Bad Key", "x"), ProposedValue.of("x".repeat(65), "x"))
                        .refused())
                .extracting(FieldError::field)
                .containsExactly("Bad Key", "x".repeat(65));
    }

    @Test
    void aSubjectHasTwoHundredAttributesAndNoMore() {
        ProposedValue[] many = IntStream.range(0, 201)
                .mapToObj(n -> ProposedValue.of("key" + n, "v"))
                .toArray(ProposedValue[]::new);
        Saved saved = offer(Source.SDK, NOON, many);

        assertThat(saved.saved()).hasSize(200);
        assertThat(saved.refused()).extracting(FieldError::field).containsExactly("key200");
        assertThat(offer(Source.SDK, NOON, ProposedValue.of("key7", "w")).changedKeys())
                .containsExactly("key7");
    }

    @Test
    void whatIsOlderThanTheSourcesOwnValueChangesNothing() {
        offer(Source.API, NOON, ProposedValue.of("hometown", "Hue"));
        Saved late = offer(Source.API, NOON.minusSeconds(5), ProposedValue.of("hometown", "Hanoi"));

        assertThat(late.saved()).containsExactly("hometown");
        assertThat(shown("hometown").value()).isEqualTo("Hue");
        assertThat(history()).hasSize(1);
    }

    @Test
    void offeringTheSameAgainWritesNoHistory() {
        offer(Source.API, NOON, ProposedValue.of("seats", 5), ProposedValue.of("name", "Mai"));
        Saved again = offer(Source.API, NOON, ProposedValue.of("seats", "5.0"), ProposedValue.of("name", "Mai"));

        assertThat(again.changedKeys()).isEmpty();
        assertThat(history()).hasSize(2);
    }

    @Test
    void anOfferIsAtMostFourStatementsAndOneForANewSubject() {
        offer(Source.PLUGIN, NOON, ProposedValue.of("hometown", "Hanoi"), ProposedValue.of("seats", 3));
        List<String> statements = new ArrayList<>();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.add(context.getRenderedSql());
            }
        });

        offer(Source.PLUGIN, NOON, ProposedValue.of("hometown", null), ProposedValue.of("seats", 4));
        assertThat(statements).hasSize(4);
        statements.clear();
        jdbi.useTransaction(handle -> values.offerToNew(
                TimeOrderedId.next(),
                Source.FORM,
                "form",
                MAI,
                NOON,
                "VN",
                List.of(ProposedValue.of("name", "Mai"), ProposedValue.of("hometown", "Hue"))));
        assertThat(statements).hasSize(1);
    }

    @Test
    void anOwnersStatementReadsTheShownValuesAsOneColumn() {
        offer(Source.FORM, NOON, ProposedValue.of("name", "Mai"), ProposedValue.of("seats", "1e3"));

        String json = jdbi.withHandle(handle -> handle.createQuery(
                        "select " + values.columnFor("c.id") + " from (select cast(:id as uuid) as id) c")
                .bind("id", contact)
                .mapTo(String.class)
                .one());
        assertThat(values.read(json)).isEqualTo(values.of(contact)).hasSize(2);
        assertThat(shown("seats").value()).isEqualTo(new BigDecimal("1000"));
    }

    @Test
    void ownersKeepTheSameTablesEachInItsSchema() {
        assertThat(OwnersDatabase.migration("contacts").replace("contacts.", "conversations."))
                .isEqualTo(OwnersDatabase.migration("conversations"));
    }

    private Saved offer(Source source, Instant at, ProposedValue... offered) {
        return jdbi.inTransaction(
                handle -> values.offer(contact, source, source.token(), MAI, at, "VN", List.of(offered)));
    }

    private ShownValue shown(String key) {
        return values.of(contact).stream()
                .filter(value -> value.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<String> history() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select coalesce(cast(old_value as text), 'null') || '→'
                               || coalesce(cast(new_value as text), 'null') || ' by ' || source
                          from contacts.attribute_history where subject_id = :id order by id""").bind("id", contact).mapTo(String.class).list());
    }
}
