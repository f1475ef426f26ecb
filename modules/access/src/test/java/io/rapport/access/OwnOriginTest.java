package io.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OwnOriginTest {

    private static final URI PUBLIC = URI.create("https://chat.example");
    private static final URI LOCAL = URI.create("http://localhost:8080");

    @Test
    void theServersOwnOriginIsItsPublicUrl() {
        assertThat(OwnOrigin.isSame(PUBLIC, "https://chat.example")).isTrue();
        assertThat(OwnOrigin.isSame(PUBLIC, "https://CHAT.example:443")).isTrue();
    }

    @Test
    void anotherHostSchemeOrPortIsForeign() {
        assertThat(OwnOrigin.isSame(PUBLIC, "https://evil.example")).isFalse();
        assertThat(OwnOrigin.isSame(PUBLIC, "https://chat.example.evil.example"))
                .isFalse();
        assertThat(OwnOrigin.isSame(PUBLIC, "http://chat.example")).isFalse();
        assertThat(OwnOrigin.isSame(PUBLIC, "https://chat.example:8443")).isFalse();
        assertThat(OwnOrigin.isSame(PUBLIC, "null")).isFalse();
        assertThat(OwnOrigin.isSame(PUBLIC, "https://[bad")).isFalse();
    }

    @Test
    void onLocalhostEverySubDomainOfTheSamePortIsOwn() {
        assertThat(OwnOrigin.isSame(LOCAL, "http://chat.localhost:8080")).isTrue();
        assertThat(OwnOrigin.isSame(LOCAL, "http://127.0.0.1:8080")).isTrue();
        assertThat(OwnOrigin.isSame(LOCAL, "http://chat.localhost:8081")).isFalse();
        assertThat(OwnOrigin.isSame(LOCAL, "http://localhost.evil.example:8080"))
                .isFalse();
    }
}
