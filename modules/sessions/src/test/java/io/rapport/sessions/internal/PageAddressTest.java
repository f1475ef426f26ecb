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
    void addressesThatBrowsersOpenAndTheStandardRefusesAreKeptEncoded() {
        assertThat(PageAddress.page("https://shop.example/green tea/[1]|{2}^`<>\"/größe?utm_source=a b&x=y"))
                .isEqualTo("https://shop.example/green%20tea/%5B1%5D%7C%7B2%7D%5E%60%3C%3E%22/gr%C3%B6%C3%9Fe"
                        + "?utm_source=a%20b");
        assertThat(PageAddress.page("https://shop.example/100%/a%20b/%zz"))
                .isEqualTo("https://shop.example/100%25/a%20b/%25zz");
        assertThat(PageAddress.page("https://shop.example/\\back/\u0000\n\ud800"))
                .isEqualTo("https://shop.example/%5Cback/%00%0A%3F");
        assertThat(PageAddress.page(" HTTPS://MY_shop.Example:8443 ")).isEqualTo("https://my_shop.example:8443");
        assertThat(PageAddress.page("https://bücher.example/")).isEqualTo("https://xn--bcher-kva.example/");
        assertThat(PageAddress.page("http://[::1]:8080/a")).isEqualTo("http://[::1]:8080/a");
        assertThat(PageAddress.campaign("https://shop.example/a b?utm_source=ü&token=secret"))
                .isEqualTo("utm_source=%C3%BC");
    }

    @Test
    void ofAnOddAddressNeitherTheRestOfTheQueryNorThePartNorCredentialsAreKept() {
        assertThat(PageAddress.page("https://shop.example/a|b?token={secret}&q=[x]#to ken"))
                .isEqualTo("https://shop.example/a%7Cb");
        assertThat(PageAddress.page("https://user:se cret@shop.example/a|b")).isNull();
        assertThat(PageAddress.page("https://user:secret@evil.example\\@shop.example/"))
                .isNull();
        assertThat(PageAddress.page("https://shop.example\\@evil.example/a"))
                .isEqualTo("https://shop.example%5C@evil.example/a");
        assertThat(PageAddress.referrer("https://shop.example/a b?q={secret}#x"))
                .isEqualTo("https://shop.example/a%20b");
    }

    @Test
    void aLongQueryCostsThePageNothingAndALongCampaignOnlyItself() {
        assertThat(PageAddress.page("https://shop.example/tea?utm_source=mail&x=" + "a".repeat(5_000)))
                .isEqualTo("https://shop.example/tea?utm_source=mail");
        assertThat(PageAddress.page("https://shop.example/tea?utm_source=" + "a".repeat(5_000)))
                .isEqualTo("https://shop.example/tea");
    }

    @Test
    void whatIsNoWebAddressIsLeftOut() {
        assertThat(PageAddress.page("javascript:alert(1)")).isNull();
        assertThat(PageAddress.page("https://user:secret@shop.example/")).isNull();
        assertThat(PageAddress.page("not an address")).isNull();
        assertThat(PageAddress.page("https://shop.example/" + "a".repeat(2_000)))
                .isNull();
        assertThat(PageAddress.page("https:///path")).isNull();
        assertThat(PageAddress.page("https://" + "ü".repeat(300) + ".example/")).isNull();
        assertThat(PageAddress.page(null)).isNull();
    }
}
