package io.rapport.enrichment.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** What one plugin lives in: a class loader over its private copies, and its own threads. */
final class PluginRoom {

    private static final Logger LOG = System.getLogger("io.rapport.enrichment");

    private final PluginSource source;
    private final URLClassLoader loader;
    private final PluginThreads threads;

    private PluginRoom(PluginSource source, URLClassLoader loader) {
        this.source = source;
        this.loader = loader;
        this.threads = new PluginThreads(source.name(), loader);
    }

    static PluginRoom open(PluginSource source, PrivateCopies copies, ClassLoader parent) throws PluginFailure {
        List<Path> jars = copies.copy(source);
        URL[] urls = jars.stream().map(PluginRoom::url).toArray(URL[]::new);
        return new PluginRoom(source, new URLClassLoader("plugin-" + source.name(), urls, parent));
    }

    PluginSource source() {
        return source;
    }

    ClassLoader loader() {
        return loader;
    }

    PluginThreads threads() {
        return threads;
    }

    <T> PluginCall<T> submit(Callable<T> work, Duration limit) {
        return threads.submit(work, limit);
    }

    /**
     * Lets the calls under way end for so long, then does the last work, on a thread of its own, and closes the jars; where
     * threads do not end, when they do, since what they still do may need a class.
     *
     * @throws PluginFailure if something of the plugin stays behind; all steps were tried nevertheless
     */
    void close(Duration patience, Callable<Void> lastWork) throws PluginFailure {
        boolean ended = threads.retire(patience);
        PluginThreads last = new PluginThreads(source.name() + "-close", loader);
        try {
            last.submit(lastWork, patience).await();
        } finally {
            ended &= last.retire(Duration.ZERO);
            if (ended) {
                closeJars();
            } else {
                threads.whenEnded(() -> last.whenEnded(this::closeJarsLate));
            }
        }
        if (!ended) {
            throw new PluginFailure("Some of its threads don't end.");
        }
    }

    private void closeJarsLate() {
        try {
            closeJars();
        } catch (PluginFailure left) {
            LOG.log(Level.WARNING, "Plugin in {0}: {1}", source.path(), left.getMessage());
        }
    }

    private void closeJars() throws PluginFailure {
        try {
            loader.close();
        } catch (IOException failed) {
            throw new PluginFailure("Its jars could not be closed: " + FailureText.of(failed));
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("A path has no address: " + jar, impossible);
        }
    }
}
