package io.rapport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxyFilterTest {

    private static final String PROXY = "10.0.0.1";
    private static final String VISITOR = "203.0.113.5";
    private static final String FORGED = "198.51.100.9";

    private final TrustedProxyFilter filter = new TrustedProxyFilter();

    @BeforeEach
    void trust() {
        filter.init(List.of("10.0.0.0/24", " ::1 "));
    }

    private ServletRequest passedOn(FakeRequest request) throws Exception {
        var passedOn = new AtomicReference<ServletRequest>();
        filter.doFilter(request, null, (seen, response) -> passedOn.set(seen));
        return passedOn.get();
    }

    private String addressBehindProxy(String... lines) throws Exception {
        var request = new FakeRequest(PROXY);
        for (String line : lines) {
            request.with("X-Forwarded-For", line);
        }
        return passedOn(request).getRemoteAddr();
    }

    @Test
    void whoIsNotTrustedCannotForgeAnAddressOrAScheme() throws Exception {
        var seen = passedOn(
                new FakeRequest(VISITOR).with("X-Forwarded-For", FORGED).with("X-Forwarded-Proto", "https"));
        assertThat(seen.getRemoteAddr()).isEqualTo(VISITOR);
        assertThat(seen.getScheme()).isEqualTo("http");
    }

    @Test
    void theLastAddressThatIsNoTrustedProxyIsTheVisitor() throws Exception {
        assertThat(addressBehindProxy(FORGED + ", " + VISITOR + ", 10.0.0.2")).isEqualTo(VISITOR);
        assertThat(addressBehindProxy("10.0.0.3, 10.0.0.2")).isEqualTo("10.0.0.3");
        assertThat(addressBehindProxy()).isEqualTo(PROXY);
    }

    @Test
    void aProxyThatAddsALineOfItsOwnIsBelievedInsteadOfTheClientsLineBeforeIt() throws Exception {
        assertThat(addressBehindProxy(FORGED, VISITOR)).isEqualTo(VISITOR);
        assertThat(addressBehindProxy(FORGED, VISITOR, "10.0.0.2")).isEqualTo(VISITOR);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.5:4711, 203.0.113.5",
        "[2001:db8::1]:4711, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "2001:db8::1, 2001:db8::1",
    })
    void aPortBesideTheAddressDoesNotHideIt(String hop, String address) throws Exception {
        assertThat(addressBehindProxy(FORGED + ", " + hop)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_hidden", "999.1.1.1", "visitor.example", "[203.0.113.5", ""})
    void beforeAHopThatIsNoAddressNothingIsBelieved(String hop) throws Exception {
        assertThat(addressBehindProxy(FORGED + ", " + hop)).isEqualTo(PROXY);
        assertThat(addressBehindProxy(FORGED + ", " + hop + ", 10.0.0.2")).isEqualTo("10.0.0.2");
    }

    @Test
    void theSchemeIsTheLastOneThatWasSaid() throws Exception {
        var forged = passedOn(
                new FakeRequest(PROXY).with("X-Forwarded-Proto", "https").with("X-Forwarded-Proto", "http"));
        assertThat(forged.getScheme()).isEqualTo("http");
        assertThat(forged.isSecure()).isFalse();
        var secure = passedOn(new FakeRequest(PROXY).with("X-Forwarded-Proto", "http, HTTPS"));
        assertThat(secure.getScheme()).isEqualTo("https");
        assertThat(secure.isSecure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/-1", "10.0.0.0/x", "proxy.example", "999.1.1.1", ""})
    void whatIsNeitherAnAddressNorANetworkIsRefusedAtTheStart(String range) {
        assertThatThrownBy(() -> filter.init(List.of(range)))
                .hasMessageContaining("rapport.proxy.trusted")
                .hasMessageContaining("'" + range + "'");
    }
}
