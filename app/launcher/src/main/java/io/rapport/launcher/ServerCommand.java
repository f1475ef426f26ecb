package io.rapport.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/** The command line of the server's process and the files that it names. */
final class ServerCommand {
    private static final String MAIN = "io.rapport.launcher.child.ServerProcess";
    private static final String PAYARA = "fish.payara.micro.PayaraMicro";
    private static final String NETWORK = "configs.config.server-config.network-config.";
    private static final String ADDRESS = NETWORK + "network-listeners.network-listener.http-listener.address";
    private static final String HTTP = NETWORK + "protocols.protocol.http-listener.http.";

    private final Configuration configuration;
    private final ServerFiles files;
    private final Path folder;

    ServerCommand(Configuration configuration, ServerFiles files, Path folder) {
        this.configuration = configuration;
        this.files = files;
        this.folder = folder;
    }

    /** Empties the server's folder, since an old deployment in it would come back, and writes what the server reads. */
    List<String> prepare() throws IOException {
        PrivateFiles.deleteFolder(folder);
        PrivateFiles.createFolder(folder);
        Files.createDirectory(folder.resolve("tmp"));
        Files.write(bootCommands(), settings());
        try (var logging = ServerCommand.class.getResourceAsStream("logging.properties")) {
            Files.copy(logging, logging());
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine());
        command.addAll(List.of("-cp", files.process() + java.io.File.pathSeparator + files.payara(), MAIN, PAYARA));
        command.addAll(payara());
        return command;
    }

    /** Where to listen; text is sent compressed; what server it is, is nobody's business. */
    private List<String> settings() {
        return List.of(
                "set " + ADDRESS + "=" + configuration.address().getHostAddress(),
                "set " + HTTP + "compression=on",
                "set " + HTTP + "compressable-mime-type="
                        + "text/html,text/css,text/javascript,application/javascript,application/json,image/svg+xml",
                "set " + HTTP + "server-header=false",
                "set " + HTTP + "xpowered-by=false");
    }

    private List<String> machine() throws IOException {
        var options = new ArrayList<>(List.of(
                "-Xmx" + configuration.memory(),
                "-XX:+UseG1GC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + folder.resolve("tmp")));
        options.addAll(openings());
        options.addAll(configuration.serverOptions());
        return options;
    }

    /** What payara-micro.jar opens for itself when it is started by -jar. */
    private List<String> openings() throws IOException {
        var options = new ArrayList<String>();
        try (var jar = new JarFile(files.payara().toFile())) {
            var manifest = jar.getManifest().getMainAttributes();
            for (String kind : List.of("Add-Opens", "Add-Exports")) {
                String packages = manifest.getValue(kind);
                for (String name :
                        packages == null ? new String[0] : packages.strip().split("\\s+")) {
                    options.addAll(List.of("--" + kind.toLowerCase(java.util.Locale.ROOT), name + "=ALL-UNNAMED"));
                }
            }
        }
        return options;
    }

    private List<String> payara() {
        return List.of(
                // Without this the data grid listens on every address, even when there is no cluster.
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(configuration.port()),
                "--rootdir",
                folder.resolve("root").toString(),
                "--prebootcommandfile",
                bootCommands().toString(),
                "--logproperties",
                logging().toString(),
                "--deploy",
                files.war().toString(),
                "--contextroot",
                "/");
    }

    private Path bootCommands() {
        return folder.resolve("boot-commands.txt");
    }

    private Path logging() {
        return folder.resolve("logging.properties");
    }
}
