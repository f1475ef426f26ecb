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
    private static final Duration SOON = Duration.ofSeconds(2);
    /** SQLSTATE classes that say the database is not there: connection faults, operator intervention, no resources. */
    private static final String DATABASE_AWAY = "^(08|57|53).*";

    @Override
    public Response toResponse(Throwable fault) {
        Problem problem = find(fault, Problem.class);
        if (problem != null) {
            return answer(problem);
        }
        if (fault instanceof WebApplicationException known) {
            return answer(of(known.getResponse()));
        }
        if (isDatabaseAway(fault)) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", fault.getMessage());
            return answer(Problem.unavailable(SOON));
        }
        String id = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, fault, () -> "Request failed, problem " + id);
        return answer(
                Problem.of(500, Problem.UNTYPED, "Internal Server Error", "This is our fault. Its id is " + id + "."));
    }

    private static Problem of(Response response) {
        Response.StatusType status = response.getStatusInfo();
        return Problem.of(response.getStatus(), Problem.UNTYPED, status.getReasonPhrase(), null);
    }

    private static Response answer(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(ProblemBody.of(problem));
        problem.retryAfterSeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
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
