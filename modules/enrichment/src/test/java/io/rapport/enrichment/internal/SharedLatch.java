package io.rapport.enrichment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A latch that a plugin of this test reaches, too, through what it shares with everybody: the JDK. */
final class SharedLatch implements AutoCloseable {

    private final String name = "latch " + UUID.randomUUID();
    private final CountDownLatch latch = new CountDownLatch(1);

    SharedLatch() {
        System.getProperties().put(name, latch);
    }

    /** The latch, in a plugin's source. */
    String inSource() {
        return "((java.util.concurrent.CountDownLatch) System.getProperties().get(\"%s\"))".formatted(name);
    }

    void open() {
        latch.countDown();
    }

    void await() throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).as("opened").isTrue();
    }

    @Override
    public void close() {
        open();
        System.getProperties().remove(name);
    }
}
