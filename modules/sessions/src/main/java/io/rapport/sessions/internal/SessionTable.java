package io.rapport.sessions.internal;

import io.rapport.events.ContactId;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.TimeOrderedId;
import io.rapport.events.VisitorId;
import io.rapport.sessions.VisitorCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** The statements on visitors and sessions. */
@ApplicationScoped
class SessionTable {

    /** The visitor of a token with the campaign of the running session. */
    record Current(VisitorCard visitor, String campaign) {}

    private static final String VISITORS = """
            select t.place, v.id, v.site_id, v.contact_id, v.session_id, v.session_active_at, v.external_id,
                   v.proven_session_id, v.proven_until
              from unnest(:hashes) with ordinality as t (hash, place)
              join sessions.visitor v on v.token_hash = decode(t.hash, 'hex')""";

    private static final String CURRENT = """
            select v.id, v.site_id, v.contact_id, v.session_id, v.session_active_at, v.external_id, v.proven_session_id,
                   v.proven_until, s.campaign
              from sessions.visitor v join sessions.session s on s.id = v.session_id
             where v.token_hash = :hash
               for update of v""";

    private static final String SESSION_COLUMNS = """
            (id, visitor_id, site_id, started_at, active_at, visit, user_agent, language, browser_time_zone,
             address, landing_page, current_page, current_title, referrer, campaign, pending)""";

    private static final String SESSION_VALUES = """
            :now, :now, visits, :userAgent, :language, :timeZone, :address, :page, :page, :title,
            :referrer, :campaign, string_to_array(:pending, ',')""";

    private static final String PAGE_VIEW = """
            insert into sessions.page_view (id, session_id, at, url, title)
            select :view, :session, :now, :page, :title where cast(:page as text) is not null""";

    private static final String ADD_VISITOR = """
            with arrived as (
              insert into sessions.visitor (id, site_id, token_hash, session_id, session_active_at, created_at)
              values (:visitor, :site, :hash, :session, :now, :now) returning id, site_id, visits),
            viewed as (%s)
            insert into sessions.session %s
            select :session, id, site_id, %s from arrived""".formatted(PAGE_VIEW, SESSION_COLUMNS, SESSION_VALUES);

    private static final String ADD_SESSION = """
            with returned as (
              update sessions.visitor set session_id = :session, session_active_at = :now, visits = visits + 1
               where id = :visitor returning id, site_id, visits),
            viewed as (%s)
            insert into sessions.session %s
            select :session, id, site_id, %s from returned""".formatted(PAGE_VIEW, SESSION_COLUMNS, SESSION_VALUES);

    private static final String SHOWN_LAST = """
            select current_page, current_title, language, browser_time_zone, user_agent
              from sessions.session where id = :session""";

    private static final String NOTE = """
            with noted as (
              update sessions.visitor set session_active_at = :now
               where session_id = :session and id = (select visitor_id from sessions.session where id = :session))
            update sessions.session set active_at = :now where id = :session""";

    private static final String TURN_PAGE = """
            with noted as (
              update sessions.visitor set session_active_at = :now
               where session_id = :session and id = (select visitor_id from sessions.session where id = :session)),
            turned as (
              update sessions.session set active_at = :now, current_page = :page, current_title = :title
               where id = :session and cast(:page as text) is not null and current_page is distinct from :page
               returning id)
            insert into sessions.page_view (id, session_id, at, url, title)
            select :view, id, :now, :page, :title from turned""";

    @Inject
    Jdbi jdbi;

    /** The visitors of some tokens, in the same order; empty where there is none. */
    List<Optional<VisitorCard>> visitors(List<byte[]> tokenHashes) {
        List<Optional<VisitorCard>> found = new ArrayList<>(Collections.nCopies(tokenHashes.size(), Optional.empty()));
        jdbi.useHandle(handle -> handle.createQuery(VISITORS)
                .bindArray(
                        "hashes",
                        String.class,
                        tokenHashes.stream()
                                .<Object>map(HexFormat.of()::formatHex)
                                .toList())
                .map((row, context) -> found.set(row.getInt("place") - 1, Optional.of(visitor(row))))
                .list());
        return found;
    }

    Optional<Current> current(byte[] tokenHash) {
        return jdbi.withHandle(handle -> handle.createQuery(CURRENT)
                .bind("hash", tokenHash)
                .map((row, context) -> new Current(visitor(row), row.getString("campaign")))
                .findOne());
    }

    void addVisitor(
            VisitorId visitor,
            SiteId site,
            byte[] tokenHash,
            SessionId session,
            VisitText text,
            Set<String> pending,
            Instant now) {
        jdbi.useHandle(handle -> bind(handle.createUpdate(ADD_VISITOR), session, text, now)
                .bind("visitor", visitor.value())
                .bind("site", site.value())
                .bind("hash", tokenHash)
                .bind("pending", String.join(",", pending))
                .execute());
    }

    void addSession(VisitorId visitor, SessionId session, VisitText text, Set<String> pending, Instant now) {
        jdbi.useHandle(handle -> bind(handle.createUpdate(ADD_SESSION), session, text, now)
                .bind("visitor", visitor.value())
                .bind("pending", String.join(",", pending))
                .execute());
    }

    /** What a session showed last; its referrer, campaign and address are its own affair. */
    Optional<VisitText> shownLast(SessionId session) {
        return jdbi.withHandle(handle -> handle.createQuery(SHOWN_LAST)
                .bind("session", session.value())
                .map((row, context) -> new VisitText(
                        row.getString("current_page"),
                        row.getString("current_title"),
                        null,
                        null,
                        row.getString("language"),
                        row.getString("browser_time_zone"),
                        row.getString("user_agent"),
                        null))
                .findOne());
    }

    void note(SessionId session, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(NOTE)
                .bind("session", session.value())
                .bind("now", utc(now))
                .execute());
    }

    void prove(VisitorId visitor, String externalId, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update sessions.visitor
                           set external_id = :externalId, proven_session_id = session_id, proven_until = :until
                         where id = :visitor""")
                .bind("visitor", visitor.value())
                .bind("externalId", externalId)
                .bind("until", utc(until))
                .execute());
    }

    /** Whether the visitor is on another page than before. */
    boolean turnPage(SessionId session, VisitText text, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(TURN_PAGE)
                        .bind("session", session.value())
                        .bind("now", utc(now))
                        .bind("page", text.page())
                        .bind("title", text.title())
                        .bind("view", TimeOrderedId.next())
                        .execute())
                > 0;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, SessionId session, VisitText text, Instant now) {
        return statement
                .bind("session", session.value())
                .bind("now", utc(now))
                .bind("userAgent", text.userAgent())
                .bind("language", text.language())
                .bind("timeZone", text.timeZone())
                .bind("address", text.address())
                .bind("page", text.page())
                .bind("title", text.title())
                .bind("referrer", text.referrer())
                .bind("campaign", text.campaign())
                .bind("view", TimeOrderedId.next());
    }

    private static VisitorCard visitor(ResultSet row) throws SQLException {
        UUID contact = row.getObject("contact_id", UUID.class);
        return new VisitorCard(
                new VisitorId(row.getObject("id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                contact == null ? null : new ContactId(contact),
                new SessionId(row.getObject("session_id", UUID.class)),
                row.getObject("session_active_at", OffsetDateTime.class).toInstant(),
                proof(row));
    }

    private static VisitorCard.Proof proof(ResultSet row) throws SQLException {
        String externalId = row.getString("external_id");
        return externalId == null
                ? null
                : new VisitorCard.Proof(
                        externalId,
                        new SessionId(row.getObject("proven_session_id", UUID.class)),
                        row.getObject("proven_until", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
