package io.rapport.server;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeType;
import io.rapport.events.SiteId;
import io.rapport.events.Subject.Kind;
import io.rapport.labels.LabelCatalogue;
import io.rapport.labels.NewLabel;
import io.rapport.sites.PreChatField;
import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** A site with a pre-chat form, attributes, labels and rules to start from; nothing that a user could not add alike. */
@ApplicationScoped
public class Demo {

    static final String KEY = "demo";

    private static final String RED = "#c92a2a";
    private static final String GREY = "#868e96";
    private static final String VIOLET = "#7048e8";
    private static final String GREEN = "#2b8a3e";

    @Inject
    Sites sites;

    @Inject
    LabelCatalogue labels;

    @Inject
    AttributeDefinitions definitions;

    /** All of it or, where there is a site already, nothing. */
    @Transactional
    public void addToEmptyDatabase() {
        if (sites.none()) {
            addLabels();
            addAttributes();
            addSite();
        }
    }

    /** Whether it was added, now or at an earlier start. */
    boolean isThere() {
        return sites.byKey(KEY).isPresent();
    }

    private void addLabels() {
        label("refund request", VIOLET, "The customer wants money back.", Kind.CONVERSATION);
        label("priority::high", RED, "Answer first.", Kind.CONVERSATION);
        label("priority::low", GREY, "Can wait.", Kind.CONVERSATION);
        label("vip", GREEN, "Knows us well, deserves the best.", Kind.CONTACT);
    }

    private void addAttributes() {
        attribute(Kind.CONTACT, "plan", "Plan", AttributeType.LIST, List.of("Free", "Pro", "Business"), false);
        attribute(Kind.CONTACT, "hometown", "Home town", AttributeType.TEXT, List.of(), false);
        attribute(
                Kind.CONVERSATION,
                "reason",
                "Reason",
                AttributeType.LIST,
                List.of("An order", "A refund", "A product", "Something else"),
                true);
        attribute(Kind.CONVERSATION, "product", "Product of interest", AttributeType.TEXT, List.of(), false);
    }

    private void addSite() {
        sites.create(new SiteCard(
                SiteId.next(),
                KEY,
                "Demo shop",
                null,
                "US",
                "UTC",
                "en",
                List.of("localhost:*", "*.localhost:*"),
                "#2f6fed",
                "Demo shop support",
                "Hello! Ask us anything about your order.",
                null,
                List.of(
                        new PreChatField(Kind.CONTACT, "name", "Your name", true),
                        new PreChatField(Kind.CONTACT, "email", "E-mail", true),
                        new PreChatField(Kind.CONTACT, "phone", "Phone", false),
                        new PreChatField(Kind.CONVERSATION, "reason", "What is it about?", false)),
                List.of()));
    }

    private void label(String name, String colour, String description, Kind kind) {
        labels.create(new NewLabel(name, colour, description, Set.of(kind)));
    }

    private void attribute(
            Kind subject, String key, String name, AttributeType type, List<String> options, boolean visitorsMayWrite) {
        int position = definitions.all(subject).size();
        definitions.create(
                new AttributeDefinition(null, subject, key, name, "", type, options, "", position, visitorsMayWrite));
    }
}
