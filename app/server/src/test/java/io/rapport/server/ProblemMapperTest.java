package io.rapport.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.access.Problem;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemMapperTest {

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001"})
    void aTransactionThatLostAgainstAnotherMayBeTriedAgainAtOnce(String state) {
        var lost = new SQLException("deadlock detected", state);
        assertMayBeTriedAgain(new IllegalStateException("rolled back", lost), 1);
    }

    @Test
    void theReasonMayLieBelowAnExceptionOfTheDatabaseThatDoesNotSayIt() {
        var batch = new BatchUpdateException("batch", new int[0]);
        batch.initCause(new IllegalStateException(new SQLException("deadlock detected", "40P01")));
        assertMayBeTriedAgain(batch, 1);
    }

    @Test
    void aDatabaseThatIsAwayIsWorthALittleMorePatience() {
        assertMayBeTriedAgain(new IllegalStateException(new SQLException("no connection", "08006")), 2);
    }

    @Test
    void aMistakeInAStatementIsOurFault() {
        var problem = ProblemMapper.problemOf(new SQLException("syntax error", "42601"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.retryAfterSeconds()).isEmpty();
    }

    private static void assertMayBeTriedAgain(Throwable fault, long seconds) {
        Problem problem = ProblemMapper.problemOf(fault);
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.retryAfterSeconds()).contains(seconds);
    }
}
