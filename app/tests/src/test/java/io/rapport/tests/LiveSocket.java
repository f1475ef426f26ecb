package io.rapport.tests;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A WebSocket that remembers what it heard. */
final class LiveSocket implements AutoCloseable {
    private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private WebSocket socket;

    private LiveSocket() {}

    /** Opens a socket with the caller's headers; fails as {@link java.net.http.WebSocketHandshakeException} when refused. */
    static LiveSocket open(Caller caller, String path) throws Exception {
        URI http = caller.base().resolve(path);
        URI address = new URI("ws", http.getAuthority(), http.getPath(), null, null);
        var opened = new LiveSocket();
        var builder = Caller.HTTP.newWebSocketBuilder().connectTimeout(Caller.PATIENCE);
        caller.headers().forEach(builder::header);
        opened.socket =
                builder.buildAsync(address, opened.new Ear()).get(Caller.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return opened;
    }

    LiveSocket say(Object message) throws Exception {
        socket.sendText(message instanceof String raw ? raw : Json.write(message), true)
                .get(Caller.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    /** Waits for what fits; fails with all that was heard. */
    JsonObject awaitFrame(String what, Predicate<JsonObject> fits) {
        return await(what)
                .atMost(Caller.PATIENCE)
                .until(() -> heard.stream().filter(fits).findFirst().orElse(null), java.util.Objects::nonNull);
    }

    /** Waits until so many that fit were heard. */
    void awaitFrames(String what, int many, Predicate<JsonObject> fits) {
        await(many + " times " + what)
                .atMost(Caller.PATIENCE)
                .until(() -> heard.stream().filter(fits).count() >= many);
    }

    boolean isClosed() {
        return closed.isDone();
    }

    JsonObject awaitType(String type) {
        return awaitFrame("a frame of type " + type, frame -> type.equals(frame.getString("type", null)));
    }

    List<JsonObject> heard() {
        return List.copyOf(heard);
    }

    /** Waits until the server has closed it; the close code. */
    int awaitClose() throws Exception {
        return closed.get(Caller.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits until the server has greeted or closed it: the type of its first frame, or 'closed'. */
    String awaitFate() {
        return await("a greeting or the end")
                .atMost(Caller.PATIENCE)
                .until(
                        () -> heard.isEmpty()
                                ? (closed.isDone() ? "closed" : null)
                                : heard.get(0).getString("type"),
                        java.util.Objects::nonNull);
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                heard.add(Json.read(partial.toString()).asJsonObject());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable fault) {
            closed.completeExceptionally(fault);
        }
    }
}
