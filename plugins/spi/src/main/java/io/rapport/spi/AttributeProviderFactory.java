package io.rapport.spi;

/**
 * The way into a plugin: names it, says what it reads and supplies, and creates the provider.
 *
 * <p>The server finds it by {@link java.util.ServiceLoader}: the plugin's jar names the implementing class in {@code
 * META-INF/services/io.rapport.spi.AttributeProviderFactory}. The class is public and has a public constructor without
 * parameters. A plugin holds exactly one factory.
 *
 * <p>Constructor and methods are called on one of the plugin's own threads, once, when the plugin is loaded. Whatever
 * they throw, errors of linking included, makes the server skip this plugin alone and show the reason.
 */
public interface AttributeProviderFactory {

    /** The plugin's id, {@code [a-z][a-z0-9-]*}, at most 40 characters: it names the settings and marks every value. */
    String id();

    /** The plugin's version as people should see it, at most 40 characters; recorded with every value. */
    String version();

    /** What the provider reads, what it supplies and which settings it takes; the same answer at every call. */
    Declaration declaration();

    /**
     * Creates the provider, which serves until it is closed.
     *
     * @param context the checked settings and what else the server offers
     * @return the provider, ready for calls from several threads
     * @throws Exception if the provider can't work, with a message that tells an operator what to mend; the plugin is
     *     then listed as failed with this message
     */
    AttributeProvider create(ProviderContext context) throws Exception;
}
