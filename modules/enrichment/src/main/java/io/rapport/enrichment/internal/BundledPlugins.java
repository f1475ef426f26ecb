package io.rapport.enrichment.internal;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The plugins in the WAR, as a folder: where the server unpacked it, or else copied out. */
final class BundledPlugins {

    private static final String PLACE = "/WEB-INF/plugins/";

    private BundledPlugins() {}

    /**
     * Finds the folder.
     *
     * @param parent where a folder is made if the server did not unpack the WAR
     * @return empty where the WAR brings no plugins
     */
    static Optional<Path> folder(ServletContext war, Path parent) throws IOException {
        String real = war.getRealPath(PLACE);
        if (real != null && Files.isDirectory(Path.of(real))) {
            return Optional.of(Path.of(real));
        }
        if (war.getResourcePaths(PLACE) == null) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory(parent, "rapport-bundled-");
        copy(war, PLACE, folder);
        return Optional.of(folder);
    }

    private static void copy(ServletContext war, String place, Path folder) throws IOException {
        Set<String> entries = war.getResourcePaths(place);
        for (String entry : entries == null ? Set.<String>of() : entries) {
            Path target = folder.resolve(entry.substring(place.length()));
            if (entry.endsWith("/")) {
                Files.createDirectory(target);
                copy(war, entry, target);
            } else {
                copyFile(war, entry, target);
            }
        }
    }

    private static void copyFile(ServletContext war, String entry, Path target) throws IOException {
        try (InputStream content = war.getResourceAsStream(entry)) {
            Files.copy(content, target);
        }
    }
}
