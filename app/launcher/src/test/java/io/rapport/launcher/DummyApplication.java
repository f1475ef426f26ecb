package io.rapport.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small WARs for the launcher's tests. */
final class DummyApplication {
    private DummyApplication() {}

    static Path war(Path file, Class<?>... classes) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, "WEB-INF/beans.xml", "<beans bean-discovery-mode=\"all\" version=\"4.0\"/>".getBytes());
            for (Class<?> each : classes) {
                String path = each.getName().replace('.', '/') + ".class";
                try (var content = each.getClassLoader().getResourceAsStream(path)) {
                    add(zip, "WEB-INF/classes/" + path, content.readAllBytes());
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }
}
