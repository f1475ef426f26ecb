package io.rapport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.events.Actor;
import io.rapport.labelling.RuleSets;
import jakarta.json.JsonArray;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoStartTest {

    private final DemoStart start = new DemoStart();
    private final FakeRules rules = new FakeRules();
    private boolean empty = true;
    private boolean there;

    @BeforeEach
    void wire() {
        start.demo = Optional.of("on");
        start.publicUrl = "https://chat.example.org";
        start.ruleSets = rules;
        start.content = new Demo() {
            @Override
            public void addToEmptyDatabase() {
                there |= empty;
                empty = false;
            }

            @Override
            boolean isThere() {
                return there;
            }
        };
    }

    @Test
    void anEmptyDatabaseGetsTheDemoAndItsRulesOnce() {
        start.contextInitialized(null);
        start.contextInitialized(null);
        assertThat(there).isTrue();
        assertThat(rules.published).isEqualTo(1);
    }

    @Test
    void rulesThatACrashLeftOutAreMadeUpForAtTheNextStart() {
        empty = false;
        there = true;
        start.contextInitialized(null);
        assertThat(rules.published).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsSomebodysOwnGetsNothing() {
        empty = false;
        start.contextInitialized(null);
        assertThat(rules.published).isZero();
    }

    @Test
    void whereTheDemoIsOffNothingIsMadeUpFor() {
        start.demo = Optional.of("off");
        there = true;
        start.contextInitialized(null);
        assertThat(rules.published).isZero();
        assertThat(empty).isTrue();
    }

    @Test
    void theServerStartsEvenWhenTheRulesDoNotFitTheLabelsAnyMore() {
        empty = false;
        there = true;
        rules.refusal = Problem.invalid(new FieldError("rules[0].actions[0].label", "there is no such label"));
        assertThatCode(() -> start.contextInitialized(null)).doesNotThrowAnyException();
    }

    private static final class FakeRules implements RuleSets {
        private long published;
        private Problem refusal;

        @Override
        public long inForce() {
            return published;
        }

        @Override
        public long publish(JsonArray drafts, String note, long basedOn, Actor author) {
            if (refusal != null) {
                throw refusal;
            }
            assertThat(drafts).isNotEmpty();
            return ++published;
        }
    }
}
