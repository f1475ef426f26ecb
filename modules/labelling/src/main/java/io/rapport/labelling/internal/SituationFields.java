package io.rapport.labelling.internal;

import io.rapport.attributes.Money;
import io.rapport.attributes.ShownValue;
import io.rapport.contacts.ContactCard;
import io.rapport.conversations.ConversationCard;
import io.rapport.events.LabelId;
import io.rapport.events.Subject;
import io.rapport.labels.AssignedLabel;
import io.rapport.labels.LabelCard;
import io.rapport.labels.LabelCatalogue;
import io.rapport.sessions.SessionCard;
import io.rapport.sites.SiteCard;
import io.rapport.vocabulary.FieldValue;
import io.rapport.vocabulary.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of conditions, found in a situation. */
final class SituationFields {

    private final Situation situation;
    private final LabelCatalogue labels;

    SituationFields(Situation situation, LabelCatalogue labels) {
        this.situation = situation;
        this.labels = labels;
    }

    /** What is known of a field; null when nothing is. */
    FieldValue value(String token) {
        String group = token.substring(0, token.indexOf('.'));
        return switch (group) {
            case "message" -> FieldValue.text(situation.message());
            case "conversation" -> conversation(token, situation.conversation());
            case "contact" -> situation.contact() == null ? null : contact(token, situation.contact());
            case "session" -> situation.session() == null ? null : session(token, situation.session());
            case "site" -> situation.site() == null ? null : site(token, situation.site());
            case "time" -> time(token);
            default -> throw unknown(token);
        };
    }

    private FieldValue conversation(String token, ConversationCard card) {
        return switch (token) {
            case "conversation.status" -> FieldValue.text(card.status());
            case "conversation.labels" -> assigned(card.labels());
            case "conversation.messages" -> number(situation.messages());
            default -> attribute(token, Subject.Kind.CONVERSATION);
        };
    }

    private FieldValue contact(String token, ContactCard card) {
        return switch (token) {
            case "contact.name" -> builtIn("name", card.name());
            case "contact.email" -> builtIn("email", card.email());
            case "contact.phone" -> builtIn("phone", card.phone());
            case "contact.labels" -> assigned(card.labels());
            case "contact.verified" -> FieldValue.flag(card.verified());
            case "contact.conversations" -> number(card.conversations());
            default -> attribute(token, Subject.Kind.CONTACT);
        };
    }

    private static FieldValue session(String token, SessionCard card) {
        return switch (token) {
            case "session.country" -> FieldValue.text(card.country());
            case "session.region" -> FieldValue.text(card.region());
            case "session.city" -> FieldValue.text(card.city());
            case "session.language" -> FieldValue.text(card.language());
            case "session.device.type" -> FieldValue.text(card.deviceType());
            case "session.os" -> FieldValue.text(card.operatingSystem());
            case "session.browser.name" -> FieldValue.text(card.browserName());
            case "session.referrer" -> FieldValue.text(card.referrer());
            case "session.page" -> FieldValue.text(card.currentPage());
            default -> throw unknown(token);
        };
    }

    private FieldValue site(String token, SiteCard card) {
        return switch (token) {
            case "site.key" -> FieldValue.text(card.key());
            case "site.labels" ->
                labels(card.labels().stream().map(LabelId::new).toList());
            default -> throw unknown(token);
        };
    }

    /** In the site's time zone; nothing where the site is gone. */
    private FieldValue time(String token) {
        if (situation.site() == null) {
            return null;
        }
        ZonedDateTime local = situation.at().atZone(zone());
        return switch (token) {
            case "time.weekday" -> FieldValue.text(local.getDayOfWeek().name().toLowerCase(Locale.ROOT));
            case "time.hour" -> number(local.getHour());
            default -> throw unknown(token);
        };
    }

    /** What a provider found by something unverified, and what is no value of its type, is not what rules go by. */
    private FieldValue attribute(String token, Subject.Kind subject) {
        String key = Fields.attributeKey(token, subject).orElseThrow(() -> unknown(token));
        return situation
                .shown(subject, key)
                .filter(value -> !value.unverified() && !value.unparsed())
                .map(value -> valueOf(value.value()))
                .orElse(null);
    }

    /** As the contact itself keeps it, unless a provider found it by something unverified. */
    private FieldValue builtIn(String key, String text) {
        return situation
                        .shown(Subject.Kind.CONTACT, key)
                        .filter(ShownValue::unverified)
                        .isPresent()
                ? null
                : FieldValue.text(text);
    }

    private FieldValue valueOf(Object value) {
        if (value instanceof BigDecimal number) {
            return FieldValue.number(number);
        }
        if (value instanceof Money money) {
            return FieldValue.amount(money);
        }
        if (value instanceof LocalDate day) {
            return FieldValue.day(day, situation.at().atZone(zone()).toLocalDate());
        }
        if (value instanceof Instant moment) {
            return FieldValue.moment(moment, situation.at());
        }
        if (value instanceof List<?> chosen) {
            return FieldValue.choices(chosen.stream().map(Object::toString).toList());
        }
        return value instanceof Boolean flag
                ? FieldValue.flag(flag)
                : FieldValue.text(value == null ? null : value.toString());
    }

    /** The site's time zone; UTC where the site is gone. */
    private ZoneId zone() {
        return situation.site() == null
                ? ZoneOffset.UTC
                : ZoneId.of(situation.site().timeZone());
    }

    private FieldValue assigned(List<AssignedLabel> assigned) {
        return labels(assigned.stream().map(AssignedLabel::label).toList());
    }

    private FieldValue labels(Collection<LabelId> ids) {
        return labels(ids, labels);
    }

    /** Labels by their names of today; those that are gone are left out. */
    static FieldValue labels(Collection<LabelId> ids, LabelCatalogue labels) {
        Map<LabelId, LabelCard> cards = labels.cards(ids);
        return FieldValue.labels(ids.stream()
                .distinct()
                .filter(cards::containsKey)
                .collect(Collectors.toMap(
                        Function.identity(), id -> cards.get(id).name())));
    }

    private static FieldValue number(long value) {
        return FieldValue.number(BigDecimal.valueOf(value));
    }

    private static IllegalStateException unknown(String token) {
        return new IllegalStateException("A field that no situation has: " + token);
    }
}
