package io.rapport.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Only true and false are read as yes and no. What is not known is written as null, so that a reader can tell it from a member that this version does not have. */
@Provider
@ApplicationScoped
public class JsonWriting implements ContextResolver<Jsonb> {

    private static final Jsonb JSON =
            JsonbBuilder.create(new JsonbConfig().withNullValues(true).withAdapters(new YesOrNo()));

    @Override
    public Jsonb getContext(Class<?> type) {
        return JSON;
    }
}
