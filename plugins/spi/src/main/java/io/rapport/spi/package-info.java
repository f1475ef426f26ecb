/**
 * What an attribute plugin compiles against: nothing but this package and the JDK.
 *
 * <p>A plugin is found through its {@link io.rapport.spi.AttributeProviderFactory}, says in a {@link
 * io.rapport.spi.Declaration} what it reads and supplies, and answers a {@link io.rapport.spi.Request} with a {@link
 * io.rapport.spi.Supply}. The interfaces grow by default methods, the classes by methods: a plugin compiled against an
 * older version keeps running.
 */
package io.rapport.spi;
