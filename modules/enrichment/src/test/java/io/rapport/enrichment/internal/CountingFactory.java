package io.rapport.enrichment.internal;

import io.rapport.spi.AttributeProvider;
import io.rapport.spi.AttributeProviderFactory;
import io.rapport.spi.Declaration;
import io.rapport.spi.Fact;
import io.rapport.spi.ProviderContext;
import io.rapport.spi.Request;
import io.rapport.spi.SessionField;
import io.rapport.spi.Supply;

/** Creates providers that know nothing and tell when they are closed. */
record CountingFactory(Runnable closed) implements AttributeProviderFactory {

    @Override
    public String id() {
        return "counting";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Declaration declaration() {
        return Declaration.named("Counting")
                .reads(Fact.EMAIL)
                .supplies(SessionField.NETWORK)
                .build();
    }

    @Override
    public AttributeProvider create(ProviderContext context) {
        return new AttributeProvider() {
            @Override
            public Supply supply(Request request) {
                return Supply.none();
            }

            @Override
            public void close() {
                closed.run();
            }
        };
    }
}
