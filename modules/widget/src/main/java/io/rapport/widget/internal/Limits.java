package io.rapport.widget.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.rapport.access.ClientNetwork;
import io.rapport.access.Problem;
import io.rapport.events.SiteId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often visitors may call: by address, by site and by token, each a bucket that refills within a minute. */
@ApplicationScoped
public class Limits {

    /** So many addresses and tokens are remembered; the longest silent are forgotten first. */
    private static final int REMEMBERED = 100_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    @ConfigProperty(name = "rapport.limits.address", defaultValue = "600")
    int perAddress;

    @Inject
    @ConfigProperty(name = "rapport.limits.site", defaultValue = "12000")
    int perSite;

    @Inject
    @ConfigProperty(name = "rapport.limits.token", defaultValue = "120")
    int perToken;

    private LoadingCache<String, Bucket> addresses;
    private LoadingCache<SiteId, Bucket> sites;
    private LoadingCache<String, Bucket> tokens;

    @PostConstruct
    void start() {
        addresses = buckets(perAddress);
        sites = buckets(perSite);
        tokens = buckets(perToken);
    }

    /** Throws Problem 429 when the address called too often. */
    void address(String address) {
        take(addresses.get(ClientNetwork.of(address)));
    }

    /** Throws Problem 429 when the site is flooded. */
    void site(SiteId site) {
        take(sites.get(site));
    }

    /** Throws Problem 429 when the token called too often. */
    void token(String token) {
        take(tokens.get(token));
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problem.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static <K> LoadingCache<K, Bucket> buckets(int perMinute) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
    }
}
