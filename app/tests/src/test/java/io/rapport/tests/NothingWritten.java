package io.rapport.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests after each of which the database holds as many rows as before: what they send is refused. */
@ExtendWith(SharedRapport.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NothingWritten {
    static final String JSON = "application/json";

    /** Failed attempts to sign in are counted: that much is written. */
    private static final String ATTEMPTS = "access.sign_in_attempts";

    final Running rapport;
    World world;
    private Map<String, Long> before;

    NothingWritten(Running rapport) {
        this.rapport = rapport;
    }

    @BeforeAll
    void makeTheWorld() {
        world = World.of(rapport).quiet();
    }

    @BeforeEach
    void countRows() {
        before = rows();
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(rows()).isEqualTo(before);
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = rapport.database().rows();
        rows.remove(ATTEMPTS);
        return rows;
    }
}
