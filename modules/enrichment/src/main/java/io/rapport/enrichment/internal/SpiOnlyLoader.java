package io.rapport.enrichment.internal;

import io.rapport.spi.AttributeProviderFactory;

/** Shows plugins the JDK and the plugin interface, and nothing else of the server: neither classes nor resources. */
final class SpiOnlyLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final String SPI = AttributeProviderFactory.class.getPackageName() + ".";

    SpiOnlyLoader() {
        super("rapport-spi", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(SPI)) {
            return Class.forName(name, false, AttributeProviderFactory.class.getClassLoader());
        }
        throw new ClassNotFoundException(name);
    }
}
