package io.rapport.plugin.device;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.rapport.spi.AttributeProvider;
import io.rapport.spi.Fact;
import io.rapport.spi.Request;
import io.rapport.spi.Supply;
import ua_parser.Parser;

/** Remembers what the headers seen lately say, since reading one takes milliseconds and most visitors share few. */
final class DeviceProvider implements AttributeProvider {

    /** No browser sends more; the patterns' time grows with the length. */
    private static final int LONGEST = 1000;

    private final LoadingCache<String, Supply> supplies;

    DeviceProvider(Parser parser, int cacheSize) {
        // Upkeep runs on the caller's thread: the JDK's common pool would keep this plugin alive after its close.
        supplies = Caffeine.newBuilder()
                .maximumSize(cacheSize)
                .executor(Runnable::run)
                .build(header -> Reading.of(parser.parse(header), header).toSupply());
    }

    @Override
    public Supply supply(Request request) {
        return request.fact(Fact.USER_AGENT).map(this::supply).orElse(Supply.none());
    }

    @Override
    public void close() {
        supplies.invalidateAll();
    }

    private Supply supply(String header) {
        return supplies.get(header.length() > LONGEST ? header.substring(0, LONGEST) : header);
    }
}
