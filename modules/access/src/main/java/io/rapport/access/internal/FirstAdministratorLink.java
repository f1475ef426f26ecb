package io.rapport.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one-time link, where only the operator can read it: a file in the data folder, which the launcher shows. Without a
 * data folder, the log is the one place that the operator surely reads.
 */
@ApplicationScoped
class FirstAdministratorLink {

    static final String FILE_NAME = "first-administrator-link";

    private static final Logger LOG = System.getLogger(FirstAdministratorLink.class.getName());
    private static final String PAGE = "/console/welcome#";

    private final Optional<Path> file;
    private final String publicUrl;

    /** For the container's proxy. */
    FirstAdministratorLink() {
        this.file = Optional.empty();
        this.publicUrl = null;
    }

    @Inject
    FirstAdministratorLink(
            @ConfigProperty(name = "rapport.data") Optional<String> dataFolder,
            @ConfigProperty(name = "rapport.public.url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.file = dataFolder.map(folder -> Path.of(folder, FILE_NAME));
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    void tell(SecretToken token) {
        String link = publicUrl + PAGE + token.text();
        if (file.isPresent()) {
            write(file.get(), link);
        } else {
            LOG.log(Level.INFO, "Make the first administrator here, within 24 hours: {0}", link);
        }
    }

    /** Removes the file; does nothing when there is none. */
    void forget() {
        file.ifPresent(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "Cannot delete {0}; its link is of no use any more: {1}", path, e);
            }
        });
    }

    private static void write(Path path, String link) {
        try {
            Files.createDirectories(path.getParent());
            Path draft = Files.createTempFile(path.getParent(), FILE_NAME, ".new", forOwnerOnly());
            Files.writeString(draft, link + "\n");
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write " + path + ": make the folder of the setting rapport.data writable", e);
        }
    }

    private static FileAttribute<?>[] forOwnerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
