package io.rapport.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IpAddressTest {

    @Test
    void anAddressIsWithinItsNetworkAndNoOther() {
        assertThat(IpAddress.isWithin("10.1.2.3", "10.1.0.0/16")).isTrue();
        assertThat(IpAddress.isWithin("10.2.2.3", "10.1.0.0/16")).isFalse();
        assertThat(IpAddress.isWithin("10.1.2.3", "10.1.2.3")).isTrue();
        assertThat(IpAddress.isWithin("10.1.2.4", "10.1.2.3")).isFalse();
        assertThat(IpAddress.isWithin("2001:db8::1", "2001:db8::/32")).isTrue();
        assertThat(IpAddress.isWithin("2001:db9::1", "2001:db8::/32")).isFalse();
    }

    @Test
    void anAddressOfTheOtherFamilyIsNeverWithin() {
        assertThat(IpAddress.isWithin("::1", "127.0.0.1")).isFalse();
        assertThat(IpAddress.isWithin("127.0.0.1", "::/0")).isFalse();
    }

    @Test
    void aHostNameIsNoAddressAndIsNeverLookedUp() {
        assertThat(IpAddress.isLiteral("localhost")).isFalse();
        assertThat(IpAddress.isLiteral("bad.example")).isFalse();
        assertThat(IpAddress.isLiteral("999.1.1.1")).isFalse();
        assertThat(IpAddress.isLiteral(null)).isFalse();
        assertThat(IpAddress.isLiteral("192.0.2.1")).isTrue();
    }

    @Test
    void onlyStrictLiteralsAreAddresses() {
        assertThat(List.of("192.0.2.256", "192.0.2", "192.0.2.1.", "192.0.2.01", "1.2.3.4.5", "", "."))
                .noneMatch(IpAddress::isLiteral);
        assertThat(List.of(".:1", ":", "1:2", "2001:db8::1::2", "12345::", "fe80::1%eth0", "[::1]"))
                .noneMatch(IpAddress::isLiteral);
        assertThat(List.of("0.0.0.0", "255.255.255.255", "::", "::1", "2001:DB8::1", "::ffff:192.0.2.1"))
                .allMatch(IpAddress::isLiteral);
    }

    @Test
    void aRangeHasNoMoreBitsThanItsAddress() {
        assertThat(List.of("10.0.0.1", "10.0.0.0/0", "10.0.0.0/32", "2001:db8::/128"))
                .allMatch(IpAddress::isRange);
        assertThat(List.of("10.0.0.0/-1", "10.0.0.0/x", "10.0.0.0/", "10.0.0.0/33", "2001:db8::/129", "proxy.example"))
                .noneMatch(IpAddress::isRange);
    }
}
