package io.rapport.vocabulary;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The fields that exist whatever people declare. */
final class ClosedFields {

    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    /** By token, in the order in which a form offers them. */
    static final Map<String, Field> BY_TOKEN = byToken(List.of(
            new Field(
                    Field.MESSAGE_TEXT, ValueType.TEXT, "the message", Set.of(Use.MESSAGE_RECEIVED), List.of(), false),
            choice("conversation.status", "the status", false, "open", "snoozed", "resolved", "finalised"),
            labels("conversation.labels", "the conversation"),
            number("conversation.messages", "the number of messages"),
            text("contact.name", "the contact's name"),
            text("contact.email", "the contact's e-mail"),
            text("contact.phone", "the contact's phone"),
            labels("contact.labels", "the contact"),
            field("contact.verified", ValueType.BOOLEAN, "the contact's verified mark", true),
            number("contact.conversations", "the contact's number of conversations"),
            choice("session.country", "the country", true, Locale.getISOCountries()),
            text("session.region", "the region"),
            text("session.city", "the city"),
            text("session.language", "the language"),
            choice("session.device.type", "the device", true, "desktop", "phone", "tablet", "bot", "other"),
            text("session.os", "the operating system"),
            text("session.browser.name", "the browser"),
            text("session.referrer", "the referrer"),
            text("session.page", "the page"),
            field("site.key", ValueType.TEXT, "the site", false),
            labels("site.labels", "the site"),
            choice("time.weekday", "the weekday", false, WEEKDAYS.toArray(String[]::new)),
            field("time.hour", ValueType.NUMBER, "the hour of the day", false)));

    private ClosedFields() {}

    private static Field text(String token, String phrase) {
        return field(token, ValueType.TEXT, phrase, true);
    }

    private static Field number(String token, String phrase) {
        return field(token, ValueType.NUMBER, phrase, true);
    }

    private static Field labels(String token, String phrase) {
        return field(token, ValueType.LABELS, phrase, true);
    }

    private static Field field(String token, ValueType type, String phrase, boolean mayBeUnknown) {
        return new Field(token, type, phrase, Use.ANYWHERE, List.of(), mayBeUnknown);
    }

    private static Field choice(String token, String phrase, boolean mayBeUnknown, String... options) {
        return new Field(token, ValueType.CHOICE, phrase, Use.ANYWHERE, Arrays.asList(options), mayBeUnknown);
    }

    private static Map<String, Field> byToken(List<Field> fields) {
        Map<String, Field> map = new LinkedHashMap<>();
        fields.forEach(field -> map.put(field.token(), field));
        return map;
    }
}
