package io.rapport.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who calls the product over HTTP, with the headers that mark each of the calls. Immutable. */
final class Caller {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String JSON = "application/json";

    private final URI base;
    private final Map<String, String> headers;

    Caller(URI base) {
        this(base, Map.of());
    }

    private Caller(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** The same caller with one more header. */
    Caller with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Caller(base, more);
    }

    /** The same caller without a header. */
    Caller without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return new Caller(base, fewer);
    }

    Map<String, String> headers() {
        return headers;
    }

    URI base() {
        return base;
    }

    Reply get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    Reply delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    Reply put(String path) {
        return send("PUT", path, null, BodyPublishers.noBody());
    }

    /** @param body becomes JSON, unless it is a text, which is sent as it is */
    Reply post(String path, Object body) {
        return send("POST", path, JSON, body);
    }

    Reply patch(String path, Object body) {
        return send("PATCH", path, JSON, body);
    }

    Reply send(String method, String path, String contentType, Object body) {
        String text = body instanceof String raw ? raw : Json.write(body);
        return send(method, path, contentType, BodyPublishers.ofString(text, UTF_8));
    }

    /** @param contentType null: none is sent */
    Reply send(String method, String path, String contentType, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).method(method, body);
        headers.forEach(request::setHeader);
        if (contentType != null) {
            request.setHeader("Content-Type", contentType);
        }
        try {
            return Reply.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
