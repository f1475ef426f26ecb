package io.rapport.enrichment.internal;

import io.rapport.spi.AttributeProviderFactory;
import io.rapport.spi.Declaration;
import java.util.Iterator;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/** What a plugin says about itself before it is created. */
record Candidate(AttributeProviderFactory factory, String id, String version, Declaration declaration) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern VERSION = Pattern.compile("[^\\p{Cntrl}]{1,40}");
    private static final String SERVICE = "META-INF/services/" + AttributeProviderFactory.class.getName();

    /** Asks the plugin; runs on its own thread. */
    static Candidate of(ClassLoader loader) throws PluginFailure {
        AttributeProviderFactory factory = only(ServiceLoader.load(AttributeProviderFactory.class, loader));
        Candidate candidate = new Candidate(factory, factory.id(), factory.version(), factory.declaration());
        candidate.check();
        return candidate;
    }

    private static AttributeProviderFactory only(ServiceLoader<AttributeProviderFactory> found) throws PluginFailure {
        Iterator<AttributeProviderFactory> factories = found.iterator();
        if (!factories.hasNext()) {
            throw new PluginFailure("None of its jars names a factory in " + SERVICE + ".");
        }
        AttributeProviderFactory factory = factories.next();
        if (factories.hasNext()) {
            throw new PluginFailure("Its jars name several factories in " + SERVICE + "; a plugin has one.");
        }
        return factory;
    }

    private void check() throws PluginFailure {
        if (id == null || !ID.matcher(id).matches()) {
            throw new PluginFailure("Its id must match " + ID + ", not '" + id + "'.");
        }
        if (version == null || !VERSION.matcher(version).matches()) {
            throw new PluginFailure("Its version must have 1 to 40 characters, none of them a control character.");
        }
        if (declaration == null) {
            throw new PluginFailure("It declares nothing.");
        }
    }
}
