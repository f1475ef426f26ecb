package io.rapport.enrichment.internal;

import io.rapport.enrichment.PluginStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The bundled plugins' folder and the drop folders, as they were found at start. */
final class PluginFolders {

    private final List<PluginSource> sources = new ArrayList<>();
    private final List<PluginStatus> unreadable = new ArrayList<>();
    private final List<Path> writableByOthers = new ArrayList<>();

    /**
     * @param bundled null where the server brings no plugins
     * @param drop the operator's folders
     */
    PluginFolders(Path bundled, List<Path> drop) {
        if (bundled != null) {
            look(bundled, true);
        }
        for (Path folder : drop) {
            look(folder, false);
            findWritable(folder);
        }
    }

    /** Where a plugin should be: bundled first, then each drop folder by name. */
    List<PluginSource> sources() {
        return sources;
    }

    /** The folders that could not be read, as if each were a failed plugin. */
    List<PluginStatus> unreadable() {
        return unreadable;
    }

    /** What in the drop folders any user of the machine may change, and with it what the server runs. */
    List<Path> writableByOthers() {
        return writableByOthers;
    }

    private void look(Path folder, boolean bundled) {
        try {
            sources.addAll(PluginSource.in(folder, bundled));
        } catch (IOException unread) {
            unreadable.add(PluginStatus.failed(
                    String.valueOf(folder.getFileName()),
                    folder.toString(),
                    bundled,
                    "The plugin folder " + folder + " does not exist or can't be read by the server's user."));
        }
    }

    private void findWritable(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            files.filter(PluginFolders::othersMayWrite).forEach(writableByOthers::add);
        } catch (IOException | UncheckedIOException unread) {
            return; // a folder that can't be read is reported as such
        }
    }

    private static boolean othersMayWrite(Path path) {
        try {
            return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException | UnsupportedOperationException noSuchPermissions) {
            return false;
        }
    }
}
