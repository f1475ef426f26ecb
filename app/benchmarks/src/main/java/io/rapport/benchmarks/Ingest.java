package io.rapport.benchmarks;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Visitors' messages a second at 16 connections, fully taken in: stored, filed in the inbox, kept for labelling, which
 * goes on at the same time. Each conversation carries three labels and two filterable attributes.
 *
 * <p>{@code mvn -q -pl app/benchmarks -am package -DskipTests && mvn -q -pl app/benchmarks exec:java}
 */
public final class Ingest {

    private static final int CONNECTIONS = 16;
    private static final int CONVERSATIONS = 64;
    /** Until the server's code is compiled: under this load its rate still doubles between the first minute and the second. */
    private static final Duration WARM_UP = Duration.ofSeconds(120);

    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration CALIBRATED = Duration.ofSeconds(10);

    private record Chat(String token, String conversation) {}

    private Ingest() {}

    /** The only argument is the launcher's jar; without it, the one that was built. */
    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments.length > 0 ? arguments[0] : "app/launcher/target/rapport-launcher.jar");
        try (Product product = Product.start(jar)) {
            List<Chat> chats = prepare(product);
            Load.run(CONNECTIONS, WARM_UP, 0, at -> messages(product, chats, at));
            Load.Result inserts = Calibration.inserts(product, CONNECTIONS, CALIBRATED);
            Load.Result empty = Load.run(CONNECTIONS, CALIBRATED, 0, at -> emptyAnswers(product));
            awaitLabelled(product);
            long begin = System.nanoTime();
            Load.Result full = Load.run(CONNECTIONS, MEASURED, 0, at -> messages(product, chats, at));
            int waiting = waiting(product);
            awaitLabelled(product);
            double tookSeconds = (System.nanoTime() - begin) / 1e9;
            double labelled = full.perSecond() * MEASURED.toSeconds() / tookSeconds;
            Load.Result half =
                    Load.run(CONNECTIONS, MEASURED, full.perSecond() / 2, at -> messages(product, chats, at));
            print("calibration: single-row inserts", inserts);
            print("calibration: empty HTTP answers", empty);
            print("visitors' messages", full);
            print("visitors' messages at half that load", half);
            System.out.printf(Locale.ROOT, "messages / inserts = %.3f%n", full.perSecond() / inserts.perSecond());
            System.out.printf(Locale.ROOT, "waiting for labelling at the end of the load: %d%n", waiting);
            System.out.printf(
                    Locale.ROOT,
                    "taken in and labelled: %.0f/s, / inserts = %.3f%n",
                    labelled,
                    labelled / inserts.perSecond());
        }
    }

    private static void print(String what, Load.Result result) {
        System.out.printf(
                Locale.ROOT,
                "%-40s %8.0f/s   p50 %6.1f ms   p99 %6.1f ms%n",
                what,
                result.perSecond(),
                result.p50(),
                result.p99());
    }

    private static List<Chat> prepare(Product product) throws IOException {
        Api agent = new Api(product);
        agent.signIn();
        List<String> labels = new ArrayList<>();
        for (String name : List.of("billing", "delivery", "question")) {
            labels.add(
                    agent.call("POST", "/api/v1/labels", "{\"name\":\"" + name + "\",\"appliesTo\":[\"conversation\"]}")
                            .getString("id"));
        }
        for (String key : List.of("channel", "urgency")) {
            agent.send(
                    "POST",
                    "/api/v1/attribute-definitions",
                    "{\"subject\":\"conversation\",\"key\":\"" + key + "\",\"name\":\"" + key
                            + "\",\"type\":\"list\",\"options\":[\"a\",\"b\"]}");
        }
        List<Chat> chats = new ArrayList<>();
        for (int at = 0; at < CONVERSATIONS; at++) {
            chats.add(chat(product, agent, labels, at));
        }
        return chats;
    }

    private static Chat chat(Product product, Api agent, List<String> labels, int at) throws IOException {
        Api visitor = new Api(product);
        JsonObject session = visitor.call(
                "POST", "/widget/v1/sites/demo/sessions", "{\"locale\":\"en\",\"timeZone\":\"Europe/Berlin\"}");
        visitor.actAs(session.getString("visitorToken"));
        String conversation = visitor.call(
                        "POST",
                        "/widget/v1/conversations",
                        "{\"clientMessageId\":\"first\",\"preChat\":{\"name\":\"Visitor " + at + "\",\"email\":\"v" + at
                                + "@example.com\"},\"text\":\"Hello\"}")
                .getString("conversationId");
        for (String label : labels) {
            agent.send("PUT", "/api/v1/conversations/" + conversation + "/labels/" + label, null);
        }
        agent.send(
                "PATCH",
                "/api/v1/conversations/" + conversation + "/attributes",
                "{\"channel\":\"a\",\"urgency\":\"b\"}");
        return new Chat(session.getString("visitorToken"), conversation);
    }

    /** Each connection writes to its own share of the conversations in turn. */
    private static Load.Work messages(Product product, List<Chat> chats, int connection) {
        Api api = new Api(product);
        String run = Long.toHexString(System.nanoTime()) + "-" + connection + "-";
        int[] count = {0};
        return () -> {
            int number = count[0]++;
            Chat chat = chats.get((connection + CONNECTIONS * number) % chats.size());
            api.actAs(chat.token());
            api.send(
                    "POST",
                    "/widget/v1/conversations/" + chat.conversation() + "/messages",
                    "{\"clientMessageId\":\"" + run + number
                            + "\",\"text\":\"When will my order arrive? It is late.\"}");
        };
    }

    private static Load.Work emptyAnswers(Product product) {
        Api api = new Api(product);
        return () -> api.send("GET", "/health/live", null);
    }

    /** Until everything that follows a message is done. */
    private static void awaitLabelled(Product product) throws IOException, InterruptedException {
        while (waiting(product) > 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static int waiting(Product product) throws IOException {
        Api agent = new Api(product);
        agent.signIn();
        return agent.call("GET", "/api/v1/outbox", null).getInt("pending");
    }
}
