package io.rapport.enrichment.internal;

import io.rapport.spi.AttributeProvider;
import io.rapport.spi.AttributeProviderFactory;
import io.rapport.spi.ProviderContext;
import java.util.concurrent.Callable;

/**
 * Creates a plugin's provider, on a thread of the plugin, and sees to it that one which nobody waits for any longer is
 * closed: each provider that was created is either put to work or closed here, once.
 */
final class ProviderCreation implements Callable<AttributeProvider> {

    private final AttributeProviderFactory factory;
    private final ProviderContext context;
    private AttributeProvider created;
    private boolean abandoned;

    ProviderCreation(AttributeProviderFactory factory, ProviderContext context) {
        this.factory = factory;
        this.context = context;
    }

    @Override
    public AttributeProvider call() throws Exception {
        AttributeProvider provider = factory.create(context);
        if (provider == null) {
            throw new PluginFailure("Its factory created nothing.");
        }
        if (!keep(provider)) {
            provider.close();
            throw new PluginFailure("It was created too late.");
        }
        return provider;
    }

    private synchronized boolean keep(AttributeProvider provider) {
        if (abandoned) {
            return false;
        }
        created = provider;
        return true;
    }

    /** Closes the provider, now or as soon as it is there. */
    Void abandon() throws Exception {
        AttributeProvider left = leave();
        if (left != null) {
            left.close();
        }
        return null;
    }

    private synchronized AttributeProvider leave() {
        AttributeProvider left = created;
        created = null;
        abandoned = true;
        return left;
    }
}
