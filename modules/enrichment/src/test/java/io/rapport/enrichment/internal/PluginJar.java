package io.rapport.enrichment.internal;

import io.rapport.spi.AttributeProviderFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A plugin's jar, compiled from sources that the test writes down. */
final class PluginJar {

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();

    /** A plugin with one factory, whose provider has this body of {@code supply(Request request)}. */
    static PluginJar supplying(String id, String body) {
        return withProvider(id, """
                public Supply supply(Request request) throws Exception {
                    %s
                }
                """.formatted(body));
    }

    /** A plugin with one factory, whose provider has these members. */
    static PluginJar withProvider(String id, String members) {
        return withFactory("""
                public String id() { return "%s"; }
                public String version() { return "1.2"; }
                public Declaration declaration() {
                    return Declaration.named("Plugin %s")
                            .reads(Fact.EMAIL, Fact.EXTERNAL_ID, Fact.USER_AGENT)
                            .supplies(SessionField.NETWORK, SessionField.COUNTRY, SessionField.DEVICE_TYPE)
                            .supplies(SuppliedAttribute.ofContact("plan", "Plan", ValueType.TEXT))
                            .supplies(SuppliedAttribute.ofContact("orders", "Orders", ValueType.NUMBER))
                            .setting(Setting.of(SettingType.TEXT, "token", "Token").secret())
                            .setting(Setting.of(SettingType.INTEGER, "rows", "Rows"))
                            .build();
                }
                public AttributeProvider create(ProviderContext context) { return new Provider(context); }
                public static class Provider implements AttributeProvider {
                    final ProviderContext context;
                    Provider(ProviderContext context) { this.context = context; }
                    %s
                }
                """.formatted(id, id, members));
    }

    /** A plugin whose factory, named in META-INF/services, has these members. */
    static PluginJar withFactory(String members) {
        return empty().source("acme.Factory", """
                package acme;
                import io.rapport.spi.*;
                public class Factory implements AttributeProviderFactory {
                %s
                }
                """.formatted(members)).service("acme.Factory");
    }

    static PluginJar empty() {
        return new PluginJar();
    }

    PluginJar source(String name, String text) {
        sources.put(name, text);
        return this;
    }

    PluginJar resource(String name, String text) {
        resources.put(name, text);
        return this;
    }

    PluginJar service(String... factories) {
        return resource("META-INF/services/" + AttributeProviderFactory.class.getName(), String.join("\n", factories));
    }

    /** Leaves a class out of the jar after all were compiled. */
    PluginJar without(String name) {
        left.add(name.replace('.', '/') + ".class");
        return this;
    }

    /** Compiles and writes the jar, over one that exists. */
    Path write(Path jar) {
        try {
            Files.createDirectories(jar.getParent());
            Path work = Files.createTempDirectory("plugin-jar");
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file)) {
                fill(out, work);
                return jar;
            } finally {
                delete(work);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void fill(JarOutputStream out, Path work) throws IOException {
        for (Map.Entry<String, String> resource : resources.entrySet()) {
            put(out, resource.getKey(), resource.getValue().getBytes(StandardCharsets.UTF_8));
        }
        Path classes = Files.createDirectory(work.resolve("classes"));
        compile(writeSources(work.resolve("sources")), classes);
        for (Path type : files(classes)) {
            String name = classes.relativize(type).toString();
            if (!left.contains(name)) {
                put(out, name, Files.readAllBytes(type));
            }
        }
    }

    private List<Path> writeSources(Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            written.add(Files.writeString(file, source.getValue()));
        }
        return written;
    }

    private static void compile(List<Path> files, Path classes) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", classes.toString(), "-cp", spi(), "--release", "17");
            boolean compiled = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(messages.toString());
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String spi() {
        try {
            return Path.of(AttributeProviderFactory.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
