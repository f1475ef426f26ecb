package io.rapport.labelling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.ShownValue;
import io.rapport.conversations.OwedAttribute;
import io.rapport.events.Actor;
import io.rapport.events.LabelsDecided;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.ValuesSupplied;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Attributes that plugins owe")
class OwedAttributesTest extends OccasionTests {

    private static final String GOLD = contactRule("Gold", "is", "Gold");
    private static final String NOT_GOLD = contactRule("Not gold", "isNot", "Gold");
    private static final String LARGE =
            "{'name':'Large','event':'conversationCreated','when':{'field':'conversation.attributes.amount','op':'gt','value':100},'then':[{'addLabel':'vip'}]}";

    private static final OwedAttribute PLAN = new OwedAttribute("crm", Subject.Kind.CONTACT, "plan");
    private static final OwedAttribute AMOUNT = new OwedAttribute("crm", Subject.Kind.CONVERSATION, "amount");

    private static String contactRule(String name, String operator, String plan) {
        return "{'name':'%s','event':'messageReceived','when':{'field':'contact.attributes.plan','op':'%s','value':'%s'},'then':[{'addLabel':'priority::high'}]}"
                .formatted(name, operator, plan);
    }

    /** Lookups tell of the contact and of the conversation that called for it, in this order. */
    private static ValuesSupplied answer(Subject subject) {
        return new ValuesSupplied(
                subject, Source.PLUGIN, List.of(), null, world.conversation, Actor.system(), World.CREATED);
    }

    private static void answerAboutContact(String plan) {
        world.owed = Set.of();
        world.contactAttributes.add(World.valueOf(Source.PLUGIN, "crm", "plan", plan));
    }

    private static void answerAboutConversation(long amount) {
        world.owed = Set.of();
        world.conversationAttributes.add(World.valueOf(Source.PLUGIN, "crm", "amount", BigDecimal.valueOf(amount)));
    }

    @Test
    void areWaitedForByTheRulesThatReadThemAlone() {
        publish(GOLD, NOT_GOLD, REFUND);
        world.owed = Set.of(PLAN, AMOUNT);
        bench.tell(world.says(2, "refund"));
        assertThat(names(onlyDecision())).containsOnly("Refunds");
        assertThat(pending()).containsExactly("contact.attributes.plan");

        answerAboutContact("Gold");
        bench.tell(answer(Subject.of(world.contact)));
        LabelsDecided again = bench.decided.get(1);
        assertThat(names(again)).containsExactly("Gold", "Refunds", "Refunds");
        assertThat(again.occasion()).isEqualTo(bench.decided.get(0).occasion());
        assertThat(again.decisions().get(0).rule().facts()).singleElement().satisfies(fact -> {
            assertThat(fact.field()).isEqualTo("contact.attributes.plan");
            assertThat(fact.value()).isEqualTo("Gold");
        });
        assertThat(pending()).isEmpty();

        bench.tell(answer(Subject.of(world.conversation)));
        assertThat(bench.decided).hasSize(2);
    }

    @Test
    void ofTheConversationAreWaitedForToo() {
        publish(LARGE);
        world.owed = Set.of(AMOUNT);
        bench.tell(world.says(1, "hi"));
        assertThat(bench.decided).isEmpty();
        assertThat(pending()).containsExactly("conversation.attributes.amount");

        answerAboutConversation(250);
        bench.tell(answer(Subject.of(world.conversation)));
        assertThat(names(onlyDecision())).containsExactly("Large");
    }

    @Test
    void namedAsFieldsOfTheirOwnAreWaitedForToo() {
        publish(
                "{'name':'Nam','event':'messageReceived','when':{'field':'contact.name','op':'is','value':'Nam'},'then':[{'addLabel':'vip'}]}");
        world.owed = Set.of(new OwedAttribute("crm", Subject.Kind.CONTACT, "name"));
        bench.tell(world.says(2, "hi"));
        assertThat(pending()).containsExactly("contact.name");
    }

    @Test
    void areNotKnownAfterThreeSeconds() {
        publish(GOLD, NOT_GOLD);
        world.owed = Set.of(PLAN);
        bench.tell(world.says(2, "hi"));
        bench.clock.forward(Duration.ofMillis(2_999));
        bench.overdue.look();
        assertThat(bench.decided).isEmpty();

        bench.clock.forward(Duration.ofMillis(1));
        bench.overdue.look();
        assertThat(names(onlyDecision())).containsExactly("Not gold");
        assertThat(pending()).isEmpty();
    }

    @Test
    void areWaitedForUntilTheLastOfThosePluginsThatMayBringOneHasAnswered() {
        publish(GOLD);
        world.owed = Set.of(PLAN, new OwedAttribute("shop", Subject.Kind.CONTACT, "plan"));
        bench.tell(world.says(2, "hi"));

        answerAboutContact("Silver");
        world.owed = Set.of(new OwedAttribute("shop", Subject.Kind.CONTACT, "plan"));
        bench.tell(answer(Subject.of(world.contact)));
        assertThat(pending()).containsExactly("contact.attributes.plan");

        world.contactAttributes.set(0, World.valueOf(Source.PLUGIN, "shop", "plan", "Gold"));
        world.owed = Set.of();
        bench.tell(answer(Subject.of(world.contact)));
        assertThat(names(onlyDecision())).containsExactly("Gold");
    }

    @Test
    void areNotWaitedForWhereThePluginSaidSoBeforeOrSomebodyStrongerDid() {
        assertThat(isWaitedFor(World.valueOf(Source.PLUGIN, "crm", "plan", "Gold")))
                .isFalse();
        assertThat(isWaitedFor(World.valueOf(Source.AGENT, "", "plan", null)))
                .as("an agent removed it, and that stands")
                .isFalse();
        assertThat(isWaitedFor(World.valueOf(Source.API, "", "plan", "Silver"))).isFalse();

        assertThat(isWaitedFor(null)).isTrue();
        assertThat(isWaitedFor(World.valueOf(Source.FORM, "", "plan", "Gold")))
                .as("a plugin outranks the form")
                .isTrue();
        assertThat(isWaitedFor(world.value("plan", "Gold", true)))
                .as("nobody has verified it")
                .isTrue();
    }

    private static boolean isWaitedFor(ShownValue shown) {
        bench.clear();
        world.startOver();
        publish(GOLD);
        world.owed = Set.of(PLAN);
        if (shown != null) {
            world.contactAttributes.add(shown);
        }
        bench.tell(world.says(2, "hi"));
        return !pending().isEmpty();
    }

    @Test
    void thatAnAnswerBringsWhileTheRulesAreEvaluatedAreSeen() {
        publish(LARGE);
        world.owed = Set.of(AMOUNT);
        world.onceRead = () -> {
            world.onceRead = () -> {};
            answerAboutConversation(250);
        };
        bench.tell(world.says(1, "hi"));
        assertThat(names(onlyDecision())).containsExactly("Large");
        assertThat(pending()).isEmpty();
    }

    /** The answer is written when the evaluation has looked already, and looks for who waits before that is written. */
    @Test
    @Timeout(60)
    void doNotSlipByWhereTheAnswerComesBetweenLookingAndWriting() throws Exception {
        publish(GOLD);
        world.owed = Set.of(PLAN);
        CompletableFuture<Void> evaluation = new CompletableFuture<>();
        CompletableFuture<Void> bringing = new CompletableFuture<>();
        world.onceRead = () -> world.onceRead = () -> {
            // The second time it is read, those who bring something are kept apart.
            world.onceRead = () -> {};
            bringing.completeAsync(() -> {
                bench.jdbi.useTransaction(within -> bench.tell(answer(Subject.of(world.contact))));
                return null;
            });
            awaitEither(bringing);
        };

        bench.jdbi.useTransaction(within -> {
            bench.tell(world.says(2, "hi"));
            answerAboutContact("Gold");
            evaluation.complete(null);
        });
        bringing.get(30, TimeUnit.SECONDS);

        assertThat(evaluation).isCompleted();
        assertThat(names(onlyDecision())).containsExactly("Gold");
        assertThat(pending()).isEmpty();
    }

    /** Until it waits for a lock, or is done because nobody keeps it waiting. */
    private static void awaitEither(CompletableFuture<Void> bringing) {
        while (!bringing.isDone() && !isSomebodyKeptWaiting()) {
            Thread.onSpinWait();
        }
    }

    private static boolean isSomebodyKeptWaiting() {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> bench.jdbi.withHandle(handle ->
                handle.createQuery("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                        .mapTo(Boolean.class)
                        .one()));
        return waiting.join();
    }
}
