package io.rapport.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class OutboxSettingsTest {

    private static OutboxSettings read(Map<String, Object> values) {
        Config config = (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(values.get((String) arguments[0])));
        return OutboxSettings.of(config);
    }

    @Test
    void withoutSettingsTheStandardsHold() {
        assertThat(read(Map.of()))
                .isEqualTo(new OutboxSettings(10, Duration.ofSeconds(1), 2, 4, Duration.ofSeconds(30), false));
    }

    @Test
    void aSettingIsRead() {
        assertThat(read(Map.of("rapport.outbox.paused", true)).paused()).isTrue();
    }

    @Test
    void aBrokenSettingSaysHowToMendIt() {
        assertThatThrownBy(() -> read(Map.of("rapport.outbox.workers", 0)))
                .hasMessage("Setting rapport.outbox.workers is 0; set it to a number from 1 to 64");
    }
}
