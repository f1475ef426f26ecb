package io.rapport.labelling.internal;

import io.rapport.attributes.AttributeType;
import io.rapport.events.LabelId;
import io.rapport.events.Subject;
import io.rapport.vocabulary.Field;
import io.rapport.vocabulary.FieldValue;
import io.rapport.vocabulary.FieldValues;
import io.rapport.vocabulary.Findings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules and situations as a busy shop has them, always the same ones: for measuring. */
final class SampleRules {

    private static final List<String> WORDS = lines("""
            refund|order|delivery|invoice|password|hoàn tiền|giao hàng|broken|size|colour|discount|voucher|payment failed
            warranty|thanh toán|cancel|return|complaint|đổi trả|late|damaged|exchange|receipt|address|bảo hành""");
    private static final List<String> PLAIN = lines("""
            hello|I|have|a|question|about|my|last|please|could|you|tell|me|when|the|it|was|supposed|to|be|here|because
            xin|chào|cho|em|hỏi|về|đơn|của|mình|với|ạ""");
    private static final List<String> COUNTRIES = List.of("VN", "TH", "LA", "KH", "SG", "MY", "DE", "FR", "US", "JP");
    private static final List<String> LABELS = List.of("vip", "priority::high", "refund request", "wholesale");
    private static final List<String> KINDS = lines("""
            messageReceived {'field':'message.text','op':'contains','value':'%1$s'}
            messageReceived {'field':'message.text','op':'contains','value':'%2$s'}
            messageReceived {'field':'message.text','op':'containsAnyOf','value':['%1$s','%2$s','%3$s']}
            messageReceived {'field':'message.text','op':'containsWord','value':'%1$s'}
            messageReceived {'field':'message.text','op':'startsWith','value':'%1$s'}
            messageReceived {'all':[{'field':'message.text','op':'contains','value':'%1$s'},{'field':'session.country','op':'isOneOf','value':['%4$s','%5$s']}]}
            messageReceived {'all':[{'field':'session.country','op':'is','value':'%4$s'},{'field':'message.text','op':'containsAnyOf','value':['%2$s','%3$s']}]}
            messageReceived {'all':[{'field':'message.text','op':'contains','value':'%3$s'},{'field':'contact.labels','op':'hasLabel','value':'%6$s'}]}
            messageReceived {'all':[{'field':'message.text','op':'contains','value':'%1$s'},{'not':{'field':'conversation.labels','op':'hasLabel','value':'%6$s'}}]}
            messageReceived {'all':[{'field':'conversation.messages','op':'gte','value':%7$d},{'field':'conversation.labels','op':'hasScope','value':'priority'}]}
            messageReceived {'any':[{'all':[{'field':'message.text','op':'contains','value':'%2$s'},{'field':'contact.verified','op':'is','value':true}]},{'all':[{'field':'message.text','op':'containsWord','value':'%3$s'},{'field':'session.language','op':'is','value':'vi'}]}]}
            messageReceived {'all':[{'field':'time.hour','op':'between','value':[%7$d,%8$d]},{'field':'time.weekday','op':'isOneOf','value':['saturday','sunday']},{'field':'message.text','op':'contains','value':'%1$s'}]}
            messageReceived {'all':[{'field':'contact.attributes.plan','op':'is','value':'Gold'},{'field':'message.text','op':'contains','value':'%3$s'}]}
            conversationCreated {'field':'session.country','op':'is','value':'%4$s'}
            conversationCreated {'field':'session.country','op':'isOneOf','value':['%4$s','%5$s']}
            conversationCreated {'all':[{'field':'session.device.type','op':'is','value':'phone'},{'field':'session.language','op':'isOneOf','value':['vi','th','lo']}]}
            conversationCreated {'field':'session.page','op':'contains','value':'/%1$s'}
            conversationCreated {'all':[{'field':'contact.conversations','op':'gt','value':%7$d},{'field':'contact.attributes.plan','op':'isNot','value':'Gold'}]}
            conversationCreated {'all':[{'field':'conversation.attributes.amount','op':'gte','value':%7$d00},{'field':'session.referrer','op':'contains','value':'%1$s'}]}
            conversationCreated {'any':[{'field':'contact.email','op':'endsWith','value':'@%5$s.example'},{'field':'contact.labels','op':'hasLabel','value':'%6$s'}]}
            """);

    private final Random random = new Random(7);
    private final LabelsInMemory labels = new LabelsInMemory(LABELS.toArray(String[]::new));
    private final AttributesInMemory attributes = new AttributesInMemory()
            .with(Subject.Kind.CONTACT, "plan", AttributeType.LIST, "Gold", "Silver", "Bronze")
            .with(Subject.Kind.CONVERSATION, "amount", AttributeType.NUMBER);

    /** As many rules, two of three on a message, the others on a new conversation. */
    List<Rule> rules(int count) {
        Findings findings = new Findings();
        String json = IntStream.range(0, count).mapToObj(this::rule).collect(Collectors.joining(",", "[", "]"));
        List<Rule> rules = new RuleReader(attributes, labels).read(Bench.json(json), findings);
        if (rules.size() < count) {
            throw new IllegalStateException(findings.all().toString());
        }
        return rules;
    }

    private String rule(int i) {
        String[] kind = KINDS.get(i % KINDS.size()).split(" ", 2);
        int from = 1 + random.nextInt(12);
        String when = kind[1].formatted(
                words(), words(), words(), any(COUNTRIES), any(COUNTRIES), any(LABELS), from, from + 6);
        return "{'name':'Rule %d','event':'%s','when':%s,'then':[{'addLabel':'vip'}]}".formatted(i, kind[0], when);
    }

    /** Phrases more often than words, so that few rules look for the same. */
    private String words() {
        return any(WORDS) + (random.nextInt(3) == 0 ? "" : " " + any(PLAIN));
    }

    /** What is known of one conversation and its message; of most things something. */
    FieldValues situation() {
        Map<String, FieldValue> values = new HashMap<>();
        BiConsumer<String, FieldValue> known =
                (token, value) -> values.put(token, random.nextInt(8) == 0 ? null : value);
        values.put(Field.MESSAGE_TEXT, FieldValue.text(message()));
        known.accept("conversation.labels", labels(random.nextInt(3)));
        known.accept("conversation.messages", number(1 + random.nextInt(12)));
        known.accept("conversation.attributes.amount", number(random.nextInt(900)));
        known.accept("contact.labels", labels(random.nextInt(3)));
        known.accept("contact.conversations", number(random.nextInt(12)));
        known.accept("contact.email", FieldValue.text("mai@" + any(COUNTRIES) + ".example"));
        known.accept("contact.verified", FieldValue.flag(random.nextBoolean()));
        known.accept("contact.attributes.plan", FieldValue.text(any(List.of("Gold", "Silver", "Bronze"))));
        known.accept("session.country", FieldValue.text(any(COUNTRIES)));
        known.accept("session.device.type", FieldValue.text(any(List.of("desktop", "phone", "tablet"))));
        known.accept("session.language", FieldValue.text(any(List.of("vi", "en", "th", "de"))));
        known.accept("session.referrer", FieldValue.text("https://search.example/?q=" + any(WORDS)));
        known.accept("session.page", FieldValue.text("https://shop.example/" + any(WORDS)));
        known.accept("time.weekday", FieldValue.text(any(List.of("monday", "friday", "saturday"))));
        known.accept("time.hour", number(random.nextInt(24)));
        return new FieldValues(values);
    }

    private String message() {
        return IntStream.range(0, 4 + random.nextInt(24))
                .mapToObj(i -> any(random.nextInt(10) == 0 ? WORDS : PLAIN))
                .collect(Collectors.joining(" "));
    }

    private FieldValue labels(int count) {
        Map<LabelId, String> names = new HashMap<>();
        IntStream.range(0, count).mapToObj(i -> any(LABELS)).forEach(name -> names.put(labels.id(name), name));
        return FieldValue.labels(names);
    }

    private static FieldValue number(int value) {
        return FieldValue.number(BigDecimal.valueOf(value));
    }

    private static List<String> lines(String block) {
        return List.of(block.strip().split("[\n|]"));
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
