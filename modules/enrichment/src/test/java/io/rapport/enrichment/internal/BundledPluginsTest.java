package io.rapport.enrichment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledPluginsTest {

    @TempDir
    private Path folder;

    /** A WAR that the server did not unpack. */
    private static ServletContext packed(Map<String, Set<String>> listings) {
        return (ServletContext) Proxy.newProxyInstance(
                BundledPluginsTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getResourcePaths" -> listings.get(arguments[0]);
                    case "getResourceAsStream" -> new ByteArrayInputStream("jar".getBytes());
                    default -> null;
                });
    }

    private static ServletContext unpacked(Path place) {
        return (ServletContext) Proxy.newProxyInstance(
                BundledPluginsTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> method.getName().equals("getRealPath")
                        ? place.resolve("WEB-INF/plugins").toString()
                        : null);
    }

    @Test
    void usesTheFolderWhereTheServerUnpackedTheWar() throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("WEB-INF/plugins"));

        assertThat(BundledPlugins.folder(unpacked(folder), folder)).contains(plugins);
    }

    @Test
    void copiesThePluginsOutOfAWarThatIsNotUnpacked() throws IOException {
        ServletContext war = packed(Map.of(
                "/WEB-INF/plugins/", Set.of("/WEB-INF/plugins/device/"),
                "/WEB-INF/plugins/device/", Set.of("/WEB-INF/plugins/device/a.jar", "/WEB-INF/plugins/device/b.jar")));

        Path copied = BundledPlugins.folder(war, folder).orElseThrow();

        assertThat(copied.resolve("device/a.jar")).hasContent("jar");
        assertThat(PluginSource.in(copied, true)).extracting(PluginSource::name).containsExactly("device");
    }

    @Test
    void aWarWithoutPluginsHasNoFolder() throws IOException {
        assertThat(BundledPlugins.folder(packed(Map.of()), folder)).isEmpty();
    }
}
