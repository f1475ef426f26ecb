package io.rapport.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of Rapport's own PostgreSQL: its data files and its passwords. Both appear complete or not at all, so that
 * a start that is interrupted can simply be repeated.
 */
final class DatabaseFiles {
    private final Path folder;

    DatabaseFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    Path secrets() {
        return folder.resolve("passwords.properties");
    }

    Path defaultPrograms() {
        return folder.resolve("programs");
    }

    /** Checks data files that exist and makes them where there are none. */
    DatabaseSecrets prepare(PostgresPrograms programs) throws StartFailure, InterruptedException {
        if (!Files.exists(cluster())) {
            create(programs);
        }
        checkVersion();
        return DatabaseSecrets.read(secrets());
    }

    /** Refuses data files that this PostgreSQL cannot read. */
    void checkVersion() throws StartFailure {
        String found;
        try {
            found = Files.readString(cluster().resolve("PG_VERSION")).strip();
        } catch (IOException e) {
            throw new StartFailure(
                    "%s holds no PostgreSQL data (%s): put it back from a backup, or move it away to start empty."
                            .formatted(cluster(), e),
                    e);
        }
        if (!found.equals(Version.postgresqlMajor())) {
            throw new StartFailure(
                    "%s was written by PostgreSQL %s, and this Rapport brings PostgreSQL %s: start the Rapport that wrote it, dump the database with pg_dump, and restore the dump into an empty data folder (rapport.data)."
                            .formatted(cluster(), found, Version.postgresqlMajor()));
        }
    }

    private void create(PostgresPrograms programs) throws StartFailure, InterruptedException {
        Path draft = folder.resolve("cluster.new");
        Path log = folder.resolve("initdb.log");
        try {
            PrivateFiles.createFolder(folder);
            PrivateFiles.deleteFolder(draft);
            var secrets = DatabaseSecrets.random();
            secrets.write(secrets());
            Path password = folder.resolve("initdb.password");
            PrivateFiles.write(password, secrets.administrator());
            int code = initialise(programs, draft, password, log);
            Files.delete(password);
            if (code != 0) {
                throw new StartFailure("PostgreSQL's data files could not be made in %s: %s"
                        .formatted(draft, PostgresLog.lastLines(log)));
            }
            Files.move(draft, cluster());
            Files.delete(log);
        } catch (IOException e) {
            throw new StartFailure(
                    "PostgreSQL's data files could not be made in %s (%s): correct its permissions, or name another data folder by rapport.data."
                            .formatted(folder, e),
                    e);
        }
    }

    private static int initialise(PostgresPrograms programs, Path target, Path password, Path log)
            throws IOException, InterruptedException {
        // The built-in locale sorts and folds alike on every machine; checksums tell a failing disk from a bug.
        var command = programs.command(
                "initdb",
                List.of(
                        "--pgdata=" + target,
                        "--username=postgres",
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums"));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }
}
