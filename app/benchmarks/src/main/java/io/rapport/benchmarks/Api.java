package io.rapport.benchmarks;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** One HTTP/1.1 connection to the product. */
final class Api {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Product product;
    private String cookie = "";
    private String token = "";

    Api(Product product) {
        this.product = product;
    }

    void signIn() throws IOException, InterruptedException {
        HttpResponse<String> response = send(
                "POST",
                "/api/v1/sign-in",
                "{\"email\":\"" + Product.EMAIL + "\",\"password\":\"" + Product.PASSWORD + "\"}");
        cookie = response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    void actAs(String visitorToken) {
        token = visitorToken;
    }

    JsonObject call(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, path, body);
        if (response.body() == null || response.body().isBlank()) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }

    /** Without reading the answer; throws IOException for anything but success. */
    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(product.url(path)))
                .header("Content-Type", "application/json")
                .header("X-Requested-With", "rapport")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " answered " + response.statusCode() + " " + response.body());
        }
        return response;
    }
}
