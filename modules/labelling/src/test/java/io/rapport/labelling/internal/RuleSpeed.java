package io.rapport.labelling.internal;

import com.sun.management.OperatingSystemMXBean;
import io.rapport.vocabulary.FieldValues;
import io.rapport.vocabulary.Use;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures how many decisions a core takes in a second, and how long a set of rules takes from model to ready. In CPU time,
 * so that other work on the machine does not count. How to run it: this module's README.
 */
final class RuleSpeed {

    private static final int BATCH = 100;
    private static final int WARM_UP_SECONDS = 15;
    private static final int ROUNDS = 9;

    @Test
    void prints() {
        main();
    }

    /** Measures sets of all sizes, or those of the sizes given. */
    public static void main(String... sizes) {
        for (int count : new int[] {1_000, 10, 100, 1_000}) {
            SampleRules sample = new SampleRules();
            List<Rule> rules = sample.rules(count);
            long start = System.nanoTime();
            long used = processNanos();
            CompiledRules compiled = new RuleCompiler().compile(1, rules);
            double elapsed = (System.nanoTime() - start) / 1e6;
            print("%,6d rules: %,6.0f ms to compile (%,6.0f of CPU)", count, elapsed, (processNanos() - used) / 1e6);
            if (sizes.length == 0 || Stream.of(sizes).anyMatch(String.valueOf(count)::equals)) {
                print(", %,9.0f decisions a second and core, %.1f rules match", measure(compiled, sample));
            }
            System.out.println();
        }
    }

    /** The median of some rounds, and the rules that match a decision. */
    private static Object[] measure(CompiledRules compiled, SampleRules sample) {
        long end = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < end) {
            round(compiled, sample);
        }
        List<Round> rounds = Stream.generate(() -> round(compiled, sample))
                .limit(ROUNDS)
                .sorted((a, b) -> Double.compare(a.rate, b.rate))
                .toList();
        return new Object[] {
            rounds.get(ROUNDS / 2).rate,
            rounds.stream().mapToDouble(Round::matches).average().orElseThrow()
        };
    }

    /** Some decisions on what nobody has looked at yet: three messages to one new conversation. */
    private static Round round(CompiledRules compiled, SampleRules sample) {
        long nanos = 0;
        long matches = 0;
        for (int batch = 0; batch < 200; batch++) {
            List<FieldValues> situations =
                    Stream.generate(sample::situation).limit(BATCH).toList();
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < BATCH; i++) {
                Use event = i % 4 == 0 ? Use.CONVERSATION_CREATED : Use.MESSAGE_RECEIVED;
                matches += compiled.matching(event, situations.get(i), Set.of()).size();
            }
            nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        }
        double decisions = 200.0 * BATCH;
        return new Round(decisions * 1e9 / nanos, matches / decisions);
    }

    /** Of all threads: Drools compiles with several, and what the JVM compiles meanwhile belongs to it, too. */
    private static long processNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void print(String format, Object... values) {
        System.out.print(String.format(Locale.ROOT, format, values));
    }

    private record Round(double rate, double matches) {}
}
