package io.rapport.sessions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageAddressTest {

    @Test
    void ofAPageThePathAndTheCampaignAreKept() {
        assertThat(PageAddress.page("https://shop.example/tea?token=secret&utm_source=mail&utm_medium=b#part"))
                .isEqualTo("https://shop.example/tea?utm_medium=b&utm_source=mail");
        assertThat(PageAddress.page("http://shop.localhost:8080/demo/?q=1"))
                .isEqualTo("http://shop.localhost:8080/demo/");
    }

    @Test
    void ofAReferrerNoQueryIsKept() {
        assertThat(PageAddress.referrer("https://search.example/find?q=private"))
                .isEqualTo("https://search.example/find");
    }

    @Test
    void theCampaignIsTheSameInWhateverOrder() {
        assertThat(PageAddress.campaign("https://a.example/?utm_b=2&utm_a=1"))
                .isEqualTo(PageAddress.campaign("https://a.example/other?utm_a=1&x=y&utm_b=2"))
                .isEqualTo("utm_a=1&utm_b=2");
        assertThat(PageAddress.campaign("https://a.example/?x=1")).isNull();
    }

    @Test
    void whatIsNoWebAddressIsLeftOut() {
        assertThat(PageAddress.page("javascript:alert(1)")).isNull();
        assertThat(PageAddress.page("https://user:secret@shop.example/")).isNull();
        assertThat(PageAddress.page("not an address")).isNull();
        assertThat(PageAddress.page("https://shop.example/" + "a".repeat(2_000)))
                .isNull();
        assertThat(PageAddress.page(null)).isNull();
    }
}
