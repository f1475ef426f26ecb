package io.rapport.server;

import static org.assertj.core.api.Assertions.assertThat;

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
}
