package io.rapport.enrichment.internal;

import io.rapport.enrichment.PluginStatus;
import io.rapport.spi.Fact;
import io.rapport.spi.Request;
import io.rapport.spi.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plugin host over a drop folder of the test. */
final class HostFixture implements AutoCloseable {

    final Path drop;
    final Path copies;
    final MovableClock clock = new MovableClock();
    private final Map<String, String> configuration = new HashMap<>();
    private Duration lease = Duration.ofSeconds(30);
    private PluginHost host;

    HostFixture(Path folder) {
        drop = folder.resolve("drop");
        copies = folder.resolve("copies");
        drop.toFile().mkdirs();
    }

    HostFixture set(String name, String value) {
        configuration.put(name, value);
        return this;
    }

    HostFixture lease(Duration length) {
        lease = length;
        return this;
    }

    HostFixture drop(String name, PluginJar jar) {
        jar.write(drop.resolve(name));
        return this;
    }

    HostFixture start() {
        return start(new PluginFolders(null, List.of(drop)));
    }

    HostFixture start(PluginFolders folders) {
        PluginSettings settings = new PluginSettings(name -> Optional.ofNullable(configuration.get(name)), lease);
        host = new PluginHost(folders, settings, clock, copies);
        return this;
    }

    PluginHost host() {
        return host;
    }

    PluginStatus onlyStatus() {
        if (host.statuses().size() != 1) {
            throw new AssertionError("One plugin was expected: " + host.statuses());
        }
        return host.statuses().get(0);
    }

    Answer askOne() {
        return host.ask(aboutContact()).get(0);
    }

    static Request aboutContact() {
        return Request.at("shop")
                .wanting(Subject.CONTACT)
                .fact(Fact.EMAIL, "mai@example.org")
                .fact(Fact.PHONE, "+84912345678")
                .build();
    }

    @Override
    public void close() {
        if (host != null) {
            host.close();
        }
    }
}
