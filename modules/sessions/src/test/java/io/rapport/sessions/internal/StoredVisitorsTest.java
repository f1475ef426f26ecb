package io.rapport.sessions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.sessions.Opened;
import io.rapport.sessions.PendingFields;
import io.rapport.sessions.Visit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoredVisitorsTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Visit FROM_A_MESSAGE = new Visit(null, null, null, "en-US", null, "Firefox 130", "192.0.2.7");

    private static EmbeddedPostgres postgres;
    private static Jdbi jdbi;

    private final SiteId site = SiteId.next();

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        var source = postgres.getPostgresDatabase(Map.of("stringtype", "unspecified"));
        Flyway.configure()
                .dataSource(source)
                .schemas("sessions")
                .locations("classpath:db/sessions")
                .load()
                .migrate();
        jdbi = Jdbi.create(source);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void aMessageAfterALongSilenceOpensASessionOnThePageThatWasOpen() {
        Opened first = at(NOON).open(
                        site, null, visit("https://shop.example/tea?utm_source=mail", "Tea", "vi", "Asia/Ho_Chi_Minh"));
        at(NOON.plusSeconds(60))
                .open(
                        site,
                        first.visitorToken(),
                        visit("https://shop.example/green tea", "Green", "vi", "Asia/Ho_Chi_Minh"));

        SessionId next = write(first, NOON.plus(Duration.ofHours(2)));

        assertThat(next).isNotEqualTo(first.session());
        assertThat(row(next))
                .containsEntry("landing_page", "https://shop.example/green%20tea")
                .containsEntry("current_page", "https://shop.example/green%20tea")
                .containsEntry("current_title", "Green")
                .containsEntry("language", "vi")
                .containsEntry("browser_time_zone", "Asia/Ho_Chi_Minh")
                .containsEntry("user_agent", "Firefox 130")
                .containsEntry("address", "192.0.2.7")
                .containsEntry("referrer", null)
                .containsEntry("campaign", null);
        assertThat(count("select count(*) from sessions.page_view where session_id = ?", next))
                .isOne();
    }

    @Test
    void thePageThatWasOpenReadAgainAfterTheMessageBeginsNoOtherVisit() {
        Visit page = visit("https://shop.example/tea?utm_source=mail", "Tea", "vi", "Asia/Ho_Chi_Minh");
        Opened first = at(NOON).open(site, null, page);
        SessionId next = write(first, NOON.plus(Duration.ofHours(2)));

        Opened again = at(NOON.plus(Duration.ofHours(2)).plusSeconds(60)).open(site, first.visitorToken(), page);

        assertThat(again.session()).isEqualTo(next);
    }

    @Test
    void whereNothingWasKnownBeforeTheMessagesOwnRequestSpeaks() {
        Opened first = at(NOON).open(site, null, new Visit(null, null, null, null, null, null, null));

        assertThat(row(write(first, NOON.plus(Duration.ofHours(2)))))
                .containsEntry("language", "en-US")
                .containsEntry("user_agent", "Firefox 130")
                .containsEntry("landing_page", null);
    }

    private SessionId write(Opened opened, Instant now) {
        StoredVisitors visitors = at(now);
        return visitors.seen(visitors.authenticate(opened.visitorToken()).orElseThrow(), FROM_A_MESSAGE);
    }

    private static Visit visit(String page, String title, String language, String timeZone) {
        return new Visit(page, title, "https://search.example/", language, timeZone, "Firefox 129", "192.0.2.1");
    }

    private static StoredVisitors at(Instant now) {
        StoredVisitors visitors = new StoredVisitors();
        visitors.table = new SessionTable();
        visitors.table.jdbi = jdbi;
        visitors.clock = Clock.fixed(now, ZoneOffset.UTC);
        visitors.providers = nothing(Instance.class);
        visitors.started = nothing(Event.class);
        visitors.changed = nothing(Event.class);
        visitors.prepare();
        return visitors;
    }

    /** No provider, and events that nobody hears. */
    @SuppressWarnings("unchecked") // whatever its parameter, it holds nothing
    private static <T> T nothing(Class<? super T> type) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        method.getReturnType() == Stream.class ? Stream.<PendingFields>of() : null);
    }

    private static Map<String, Object> row(SessionId session) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from sessions.session where id = :id")
                .bind("id", session.value())
                .mapToMap()
                .one());
    }

    private static int count(String sql, SessionId session) {
        return jdbi.withHandle(handle ->
                handle.select(sql, session.value()).mapTo(Integer.class).one());
    }
}
