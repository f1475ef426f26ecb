package io.rapport.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeploymentWatchTest {
    private static final String SEVERE = "2026-11-22T14:00:19.394+0000 SEVERE ";

    private final DeploymentWatch watch = new DeploymentWatch();

    private void lines(String... lines) {
        for (String line : lines) {
            watch.line(line);
        }
    }

    @Test
    void aContextThatDoesNotStartIsAFailureWithItsOutermostAndInnermostCause() {
        lines(
                SEVERE + "jakarta.enterprise.web.core: Startup of context  failed due to previous errors",
                "org.apache.catalina.LifecycleException: java.lang.IllegalStateException: outer",
                "\tat org.apache.catalina.core.StandardContext.start(StandardContext.java:5775)",
                "Caused by: java.lang.IllegalStateException: outer",
                "\tat io.rapport.Something.go(Something.java:3)",
                "Caused by: java.lang.RuntimeException: the schema is broken");
        assertThat(watch.failed()).isTrue();
        assertThat(watch.reason())
                .contains("java.lang.IllegalStateException: outer ← java.lang.RuntimeException: the schema is broken");
    }

    @Test
    void aDeploymentErrorWithoutCausesIsToldInItsOwnWords() {
        lines(
                SEVERE + "javax.enterprise.system.core: Exception while loading the app",
                SEVERE
                        + "javax.enterprise.system.core: Exception while loading the app : CDI deployment failure:WELD-001408");
        assertThat(watch.reason()).contains("CDI deployment failure:WELD-001408");
    }

    @Test
    void otherErrorsAreNoFailureOfTheDeployment() {
        lines(
                SEVERE + "io.rapport.outbox: a listener failed",
                "Caused by: java.lang.RuntimeException: passing",
                "2026-11-22T14:00:19.394+0000 INFO PayaraMicro: Payara Micro 6.2025.10 (build 42) ready in 11,936 (ms)");
        assertThat(watch.failed()).isFalse();
        assertThat(watch.reason()).isEmpty();
        assertThat(watch.booted()).isTrue();
    }

    @Test
    void operatorsAreShownErrorsAndRapportsOwnWarningsOnly() {
        assertThat(LogRecordLine.parse(SEVERE + "any.logger: text"))
                .hasValueSatisfying(r -> assertThat(r.worthShowing()).isTrue());
        assertThat(LogRecordLine.parse("2026-11-22T14:00:19.394+0000 WARNING io.rapport.labelling: text"))
                .hasValueSatisfying(r -> assertThat(r.worthShowing()).isTrue());
        assertThat(LogRecordLine.parse("2026-11-22T14:00:19.394+0000 WARNING org.glassfish: text"))
                .hasValueSatisfying(r -> assertThat(r.worthShowing()).isFalse());
        assertThat(LogRecordLine.parse("\tat io.rapport.Something.go(Something.java:3)"))
                .isEmpty();
    }
}
