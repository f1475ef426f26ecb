package io.rapport.server;

import io.rapport.access.Problem;
import io.rapport.access.ProblemBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns whatever goes wrong below a REST resource into Problem Details (RFC 9457). What nobody foresaw is logged here,
 * once, under an id that the answer names; its text never leaves the server.
 */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    /** SQLSTATE classes that say the database is not there: connection faults, operator intervention, no resources. */
    private static final String DATABASE_AWAY = "^(08|57|53).*";
    /** The SQLSTATE class of a transaction that lost against another: a deadlock, a serialization failure. */
    private static final String ROLLED_BACK = "40";

    @Override
    public Response toResponse(Throwable fault) {
        return answer(problemOf(fault));
    }

    static Problem problemOf(Throwable fault) {
        Problem problem = find(fault, Problem.class);
        if (problem != null) {
            return problem;
        }
        if (fault instanceof WebApplicationException known) {
            return of(known.getResponse());
        }
        if (isRolledBack(fault)) {
            LOG.log(Level.WARNING, "A transaction lost against another: {0}", fault.getMessage());
            return Problem.unavailable(AT_ONCE);
        }
        if (isDatabaseAway(fault)) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", fault.getMessage());
            return Problem.unavailable(SOON);
        }
        String id = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, fault, () -> "Request failed, problem " + id);
        return Problem.of(500, Problem.UNTYPED, "Internal Server Error", "This is our fault. Its id is " + id + ".");
    }

    private static Problem of(Response response) {
        Response.StatusType status = response.getStatusInfo();
        return Problem.of(response.getStatus(), Problem.UNTYPED, status.getReasonPhrase(), null);
    }

    private static Response answer(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(ProblemBody.of(problem));
        problem.retryAfterSeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        problem.challenge().ifPresent(challenge -> response.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
        return response.build();
    }

    /** Nothing was stored, and the same request may well succeed now. */
    private static boolean isRolledBack(Throwable fault) {
        for (SQLException sql = find(fault, SQLException.class);
                sql != null;
                sql = find(sql.getCause(), SQLException.class)) {
            if (sql.getSQLState() != null && sql.getSQLState().startsWith(ROLLED_BACK)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDatabaseAway(Throwable fault) {
        SQLException sql = find(fault, SQLException.class);
        if (sql == null) {
            return false;
        }
        return sql.getSQLState() == null
                ? String.valueOf(sql.getMessage()).contains("allocating")
                : sql.getSQLState().matches(DATABASE_AWAY);
    }

    private static <T extends Throwable> T find(Throwable fault, Class<T> type) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
