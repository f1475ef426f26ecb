package io.rapport.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the build put what the launcher starts.
 *
 * @param payara Payara Micro
 * @param process the jar with the server process's main class
 * @param war the application
 */
record ServerFiles(Path payara, Path process, Path war) {
    /** Finds the files beside the launcher's own jar. */
    static ServerFiles find(Configuration configuration) throws StartFailure {
        Path target = home();
        var files = new ServerFiles(
                target.resolve("payara-micro.jar"),
                target.resolve("rapport-launcher-server-process.jar"),
                configuration
                        .war()
                        .orElse(target.resolve("../../server/target/rapport.war")
                                .normalize()));
        for (Path file : new Path[] {files.payara, files.process, files.war}) {
            if (!Files.isReadable(file)) {
                throw new StartFailure(
                        "%s is missing: run deploy/run, which builds it, or mvn -B package.".formatted(file));
            }
        }
        return files;
    }

    private static Path home() throws StartFailure {
        try {
            var source = Launcher.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(source.toURI()).toRealPath().getParent();
        } catch (URISyntaxException | IOException e) {
            throw new StartFailure("The launcher's own folder cannot be found: " + e, e);
        }
    }
}
