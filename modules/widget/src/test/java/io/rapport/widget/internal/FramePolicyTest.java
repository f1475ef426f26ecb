package io.rapport.widget.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.SiteId;
import io.rapport.sites.SiteCard;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramePolicyTest {

    @Test
    void onlyTheSitesOwnDomainsMayFrameTheWidget() {
        assertThat(framersOf("shop.example", "*.shop.example"))
                .isEqualTo("frame-ancestors 'self' https://shop.example https://*.shop.example");
    }

    @Test
    void aSiteWithoutDomainsIsFramedByTheServerAlone() {
        assertThat(framersOf()).isEqualTo("frame-ancestors 'self'");
    }

    @Test
    void onSomebodysOwnMachineHttpWillDo() {
        assertThat(framersOf("localhost:*")).isEqualTo("frame-ancestors 'self' http://localhost:* https://localhost:*");
    }

    private static String framersOf(String... domains) {
        SiteCard site = new SiteCard(
                SiteId.next(),
                "shop",
                "Shop",
                null,
                "US",
                "UTC",
                "en",
                List.of(domains),
                "#000000",
                "Shop",
                null,
                null,
                List.of(),
                List.of());
        String policy = FramePolicy.of(site);
        return policy.substring(policy.indexOf("frame-ancestors"));
    }
}
