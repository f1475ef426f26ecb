package io.rapport.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

/** Files and folders that nobody but their owner may read. */
final class PrivateFiles {
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private PrivateFiles() {}

    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder, attributes(folder.toAbsolutePath().getParent(), "rwx------"));
        }
    }

    static FileAttribute<?>[] fileAttributes(Path near) {
        return attributes(near, "rw-------");
    }

    private static FileAttribute<?>[] attributes(Path near, String permissions) {
        boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Takes from everybody but its owner what they may do with a file or folder; where that cannot be, nothing changes.
     *
     * @return whether they may do nothing with it now
     */
    static boolean keepPrivate(Path path) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null || isPrivate(view)) {
            return true;
        }
        var permissions = EnumSet.copyOf(view.readAttributes().permissions());
        permissions.removeAll(OTHERS);
        try {
            view.setPermissions(permissions);
        } catch (IOException notTheOwner) {
            return false;
        }
        return isPrivate(view);
    }

    /** Whether nobody but its owner may do anything with a file or folder. */
    static boolean isPrivate(Path path) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view == null || isPrivate(view);
    }

    private static boolean isPrivate(PosixFileAttributeView view) throws IOException {
        return Collections.disjoint(view.readAttributes().permissions(), OTHERS);
    }

    /** Writes the whole file or, when the machine stops half-way, nothing. */
    static void write(Path file, String content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(draft, options, fileAttributes(draft))) {
            channel.write(UTF_8.encode(content));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes a folder with all that is in it; links are deleted, not followed. */
    static void deleteFolder(Path folder) throws IOException {
        if (Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
