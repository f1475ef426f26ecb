package io.rapport.access;

import java.sql.SQLException;

/** Tells from a failure that another row holds the same unique value: of two requests at once, the second learns it so. */
public final class UniqueViolation {

    /** PostgreSQL, Appendix A, Error Codes: unique_violation. */
    private static final String STATE = "23505";

    private UniqueViolation() {}

    /** Whether the failure, or one that caused it, is a unique violation. */
    public static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && STATE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
