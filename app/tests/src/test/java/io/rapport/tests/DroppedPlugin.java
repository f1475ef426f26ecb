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
import java.util.Locale;
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
enum DroppedPlugin {
    LOYALTY("com.thirdparty.loyalty.LoyaltyFactory", """
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
            """),
    /** Knows those who speak Esperanto alone, and answers about them once a file is there. */
    SLOW("com.thirdparty.slow.SlowFactory", """
            package com.thirdparty.slow;

            import io.rapport.spi.*;
            import java.nio.file.Files;
            import java.nio.file.Path;

            public final class SlowFactory implements AttributeProviderFactory {
                @Override
                public String id() {
                    return "slow";
                }

                @Override
                public String version() {
                    return "1";
                }

                @Override
                public Declaration declaration() {
                    return Declaration.named("Slow register")
                            .reads(Fact.LANGUAGE)
                            .supplies(SuppliedAttribute.ofContact("circle", "Circle", ValueType.TEXT))
                            .supplies(SuppliedAttribute.ofConversation("counter", "Counter", ValueType.NUMBER))
                            .setting(Setting.of(SettingType.TEXT, "gate", "File that it waits for").required())
                            .build();
                }

                @Override
                public AttributeProvider create(ProviderContext context) {
                    Path gate = Path.of(context.settings().text("gate").orElseThrow());
                    return request -> {
                        if (!request.fact(Fact.LANGUAGE).filter("eo"::equals).isPresent()) {
                            return Supply.none();
                        }
                        while (!Files.exists(gate)) {
                            Thread.sleep(20);
                        }
                        return Supply.builder().contact("circle", "Esperantists").conversation("counter", 7).build();
                    };
                }
            }
            """);

    private final String factory;
    private final String source;

    DroppedPlugin(String factory, String source) {
        this.factory = factory;
        this.source = source;
    }

    /** Builds the plugin and puts it into a folder. */
    void into(Path folder) throws IOException {
        Path classes = Files.createTempDirectory("plugin-classes");
        compile(classes);
        Files.createDirectories(folder);
        try (var jar = new JarOutputStream(
                        Files.newOutputStream(folder.resolve(name().toLowerCase(Locale.ROOT) + ".jar")));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(jar, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            write(jar, "META-INF/services/" + AttributeProviderFactory.class.getName(), factory.getBytes(UTF_8));
        }
    }

    private static void write(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        ((OutputStream) jar).write(content);
        jar.closeEntry();
    }

    private void compile(Path classes) {
        var messages = new StringWriter();
        List<String> options =
                List.of("-classpath", spi().toString(), "-d", classes.toString(), "--release", "17", "-proc:none");
        boolean good = ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, List.of(new Source(factory, source)))
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
        private final String text;

        Source(String name, String text) {
            super(
                    URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension),
                    JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
