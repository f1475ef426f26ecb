package io.rapport.launcher;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server in its own process, from its start to its end. */
final class ApplicationServer {
    private static final int ANSWER_SECONDS = 5;
    private static final int HTTP_OK = 200;
    private static final int LOOK_AGAIN_MILLISECONDS = 100;
    private static final int FAILURE_GRACE_SECONDS = 5;

    private final Configuration configuration;
    private final Process process;
    private final ServerOutput output;
    private final DeploymentWatch deployment = new DeploymentWatch();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private ApplicationServer(Configuration configuration, Process process, RotatingLog log, Console console) {
        this.configuration = configuration;
        this.process = process;
        this.output = new ServerOutput(process.getInputStream(), log, deployment, console::warn);
    }

    /**
     * Starts the process.
     *
     * @param environment what it learns by environment variables, passwords included: command lines are public
     */
    static ApplicationServer start(
            Configuration configuration,
            List<String> command,
            Map<String, String> environment,
            RotatingLog log,
            Console console)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // An option for all Java programs of this shell, such as a debugger's port, is not meant twice.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        return new ApplicationServer(configuration, builder.start(), log, console);
    }

    /** Waits until the application answers that it is ready. */
    void awaitReady() throws StartFailure, InterruptedException {
        long end = System.nanoTime() + configuration.startTimeout().toNanos();
        long givingUp = Long.MAX_VALUE;
        while (!ready()) {
            if (process.waitFor(LOOK_AGAIN_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                throw ended();
            }
            if (deployment.failed() && givingUp == Long.MAX_VALUE) {
                // The reason may stand a few lines below the first sign.
                givingUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(FAILURE_GRACE_SECONDS);
            }
            if (deployment.failed() && (deployment.booted() || System.nanoTime() > givingUp)) {
                throw new StartFailure("The application could not be started: %s (log: %s)."
                        .formatted(deployment.reason().orElse("unknown"), logName()));
            }
            if (System.nanoTime() > end) {
                throw new StartFailure(
                        "The server was not ready within %d s: see %s, or allow more by rapport.start.timeout."
                                .formatted(configuration.startTimeout().toSeconds(), logName()));
            }
        }
    }

    /** What to say when the process ended by itself. */
    StartFailure ended() throws InterruptedException {
        return new StartFailure("The server ended by itself (exit code %d). Its last lines (log: %s):%n%s"
                .formatted(process.waitFor(), logName(), String.join(System.lineSeparator(), output.lastLines())));
    }

    private String logName() {
        return configuration.data().resolve("logs").resolve("server.log").toString();
    }

    private boolean ready() throws InterruptedException {
        return answers("/health/ready");
    }

    /** Whether a page exists. */
    boolean answers(String path) throws InterruptedException {
        var answer = client.sendAsync(HttpRequest.newBuilder(local(path)).build(), BodyHandlers.discarding());
        try {
            // A request's own timeout ends with the headers; a server that is still starting may never end the body.
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS).statusCode() == HTTP_OK;
        } catch (ExecutionException | TimeoutException noAnswer) {
            answer.cancel(true);
            return false;
        }
    }

    private URI local(String path) {
        InetAddress address = configuration.address();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        boolean six = address instanceof Inet6Address && !address.isAnyLocalAddress();
        return URI.create("http://%s:%d%s".formatted(six ? "[" + host + "]" : host, configuration.port(), path));
    }

    /** Completes when the process has ended, for whatever reason. */
    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Lets the server finish what it is doing, up to the limit; then it is killed. */
    void stop() throws InterruptedException {
        // The handle's, since that of Process also closes the pipe whose end means 'killed launcher' to the server.
        process.toHandle().destroy();
        if (!process.waitFor(configuration.stopTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
