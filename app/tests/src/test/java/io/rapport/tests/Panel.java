package io.rapport.tests;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Both tabs beside a conversation. */
record Panel(Reply reply) {
    static final String CONTACT = "contact";
    static final String CONVERSATION = "conversation";

    String text(String pointer) {
        return reply.text(pointer);
    }

    String contact() {
        return text("/contact/id");
    }

    List<String> labels(String tab) {
        return reply.objects("/" + tab + "/labels").stream()
                .map(label -> label.getString("name"))
                .toList();
    }

    Optional<JsonObject> label(String tab, String name) {
        return reply.objects("/" + tab + "/labels").stream()
                .filter(label -> label.getString("name").equals(name))
                .findFirst();
    }

    /** An attribute's part of the answer. */
    Optional<JsonObject> attribute(String tab, String key) {
        return reply.objects("/" + tab + "/attributes").stream()
                .filter(attribute -> attribute.getString("key").equals(key))
                .findFirst();
    }

    /** The keys of the attributes that a provider may still bring. */
    List<String> pending(String tab) {
        return reply.objects("/" + tab + "/pending").stream()
                .map(pending -> pending.getString("key"))
                .toList();
    }

    /** An attribute's value as text; null where it has none. */
    String value(String tab, String key) {
        return attribute(tab, key).map(found -> Reply.text(found.get("value"))).orElse(null);
    }
}
