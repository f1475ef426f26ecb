package io.rapport.server;

import io.rapport.access.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A body that is no JSON of the expected shape, or is nothing at all, is answered 400 and reaches no resource. */
@Provider
@ApplicationScoped
public class JsonReading implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = read(context);
        if (body == null) {
            throw Problem.badRequest("The body must be a JSON object.");
        }
        return body;
    }

    private static Object read(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (ProcessingException | JsonbException | JsonException | StackOverflowError malformed) {
            if (malformed.getCause() instanceof TooLargeException) {
                throw Problem.tooLarge();
            }
            throw Problem.badRequest("The body is not the JSON that is expected here.");
        } catch (TooLargeException tooLarge) {
            throw Problem.tooLarge();
        }
    }
}
