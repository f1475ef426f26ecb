package io.rapport.server;

import io.rapport.access.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A body that is no JSON object of the expected shape, or is nothing at all, is answered 400, one that does not claim to
 * be JSON 415; none of them reaches a resource.
 */
@Provider
@ApplicationScoped
public class JsonReading implements ReaderInterceptor {

    /** Kept, since looking the provider up is dear. */
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private static final Map<JsonParser.Event, Integer> STEPS = Map.of(
            JsonParser.Event.START_OBJECT, 1,
            JsonParser.Event.START_ARRAY, 1,
            JsonParser.Event.END_OBJECT, -1,
            JsonParser.Event.END_ARRAY, -1);

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        String subtype = context.getMediaType().getSubtype();
        if (!subtype.equals("json") && !subtype.endsWith("+json")) {
            throw new NotSupportedException();
        }
        Object body = read(context);
        if (body == null) {
            throw notJson();
        }
        return body;
    }

    private static Object read(ReaderInterceptorContext context) throws IOException {
        try {
            byte[] body = context.getInputStream().readAllBytes();
            check(body);
            context.setInputStream(new ByteArrayInputStream(body));
            return context.proceed();
        } catch (ProcessingException | JsonbException | JsonException | StackOverflowError malformed) {
            throw notJson();
        } catch (TooLargeException tooLarge) {
            throw Problem.tooLarge();
        }
    }

    /** Before it is bound: JSON-B makes an empty object of an array, and waits for ever for the end of half an object. */
    private static void check(byte[] body) {
        int depth = 0;
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            boolean first = true;
            while (parser.hasNext()) {
                JsonParser.Event event = parser.next();
                if (first && event != JsonParser.Event.START_OBJECT) {
                    throw notJson();
                }
                first = false;
                depth += STEPS.getOrDefault(event, 0);
            }
            if (first || depth != 0) {
                throw notJson();
            }
        } catch (NoSuchElementException ended) {
            throw notJson();
        }
    }

    private static Problem notJson() {
        return Problem.badRequest("The body is not the JSON that is expected here.");
    }
}
