package io.rapport.benchmarks;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** One HTTP/1.1 connection to the product, kept open between requests. */
final class Api implements AutoCloseable {

    private record Answer(int status, String cookie, String body) {}

    private final CloseableHttpClient client = HttpClientBuilder.create()
            .setConnectionManager(new BasicHttpClientConnectionManager())
            .disableCookieManagement()
            .disableContentCompression()
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .build();
    private final Product product;
    private String cookie = "";
    private String token = "";

    Api(Product product) {
        this.product = product;
    }

    void signIn() throws IOException {
        Answer answer = answer(
                "POST",
                "/api/v1/sign-in",
                "{\"email\":\"" + Product.EMAIL + "\",\"password\":\"" + Product.PASSWORD + "\"}");
        cookie = answer.cookie().split(";", 2)[0];
    }

    void actAs(String visitorToken) {
        token = visitorToken;
    }

    JsonObject call(String method, String path, String body) throws IOException {
        String answer = answer(method, path, body).body();
        if (answer.isBlank()) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer))) {
            return reader.readObject();
        }
    }

    /** Reads the answer and forgets it; throws IOException for anything but success. */
    void send(String method, String path, String body) throws IOException {
        answer(method, path, body);
    }

    private Answer answer(String method, String path, String body) throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(method, URI.create(product.url(path)));
        request.setHeader("X-Requested-With", "rapport");
        if (body != null) {
            request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        }
        if (!cookie.isEmpty()) {
            request.setHeader("Cookie", cookie);
        }
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        Answer answer = client.execute(request, Api::read);
        if (answer.status() / 100 != 2) {
            throw new IOException(method + " " + path + " answered " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    private static Answer read(ClassicHttpResponse response) throws IOException, ParseException {
        Header set = response.getFirstHeader("Set-Cookie");
        String body = response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity());
        return new Answer(response.getCode(), set == null ? "" : set.getValue(), body);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
