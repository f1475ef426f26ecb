package io.rapport.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rapport.spi.AttributeProviderFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A plugin that nobody knew when the product was built: compiled here, against the SPI alone, and left in a drop folder
 * as a jar.
 */
final class DroppedPlugin {
    private static final String CLASS = "com.thirdparty.loyalty.LoyaltyFactory";
    private static final String SOURCE = """
            package com.thirdparty.loyalty;

            import io.rapport.spi.*;

            /** Knows how loyal a customer is by the e-mail address, and the tongue that a conversation is held in. */
            public final class LoyaltyFactory implements AttributeProviderFactory {
                @Override
                public String id() {
                    return "loyalty";
                }

                @Override
                public String version() {
                    return "2.1";
                }

                @Override
                public Declaration declaration() {
                    return Declaration.named("Loyalty programme")
                            .reads(Fact.EMAIL, Fact.LANGUAGE)
                            .supplies(SuppliedAttribute.ofContact("loyaltyPoints", "Loyalty points", ValueType.NUMBER))
                            .supplies(SuppliedAttribute.ofConversation("tongue", "Tongue", ValueType.TEXT))
                            .setting(Setting.of(SettingType.INTEGER, "bonus", "Bonus"))
                            .build();
                }

                @Override
                public AttributeProvider create(ProviderContext context) {
                    int bonus = context.settings().integer("bonus").orElse(0);
                    return request -> Supply.builder()
                            .contact("loyaltyPoints", request.fact(Fact.EMAIL).map(mail -> mail.length() + bonus).orElse(null))
                            .conversation("tongue", request.fact(Fact.LANGUAGE).map(tag -> "speaks " + tag).orElse(null))
                            .build();
                }
            }
            """;

    private DroppedPlugin() {}

    /** Builds the plugin and puts it into a folder. */
    static void into(Path folder) throws IOException {
        Path classes = Files.createTempDirectory("plugin-classes");
        compile(classes);
        Files.createDirectories(folder);
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve("loyalty.jar")));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(jar, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            write(jar, "META-INF/services/" + AttributeProviderFactory.class.getName(), CLASS.getBytes(UTF_8));
        }
    }

    private static void write(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        ((OutputStream) jar).write(content);
        jar.closeEntry();
    }

    private static void compile(Path classes) {
        var messages = new StringWriter();
        List<String> options =
                List.of("-classpath", spi().toString(), "-d", classes.toString(), "--release", "17", "-proc:none");
        boolean good = ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, List.of(new Source()))
                .call();
        if (!good) {
            throw new IllegalStateException("The plugin does not compile:\n" + messages);
        }
    }

    /** The SPI's jar or classes, and nothing beside it. */
    private static Path spi() {
        try {
            return Path.of(AttributeProviderFactory.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        Source() {
            super(
                    URI.create("string:///" + CLASS.replace('.', '/') + Kind.SOURCE.extension),
                    JavaFileObject.Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return SOURCE;
        }
    }
}
