package io.rapport.enrichment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.enrichment.PluginStatus;
import io.rapport.enrichment.PluginStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The integrator's guide shows a plugin to copy: it runs as it stands there. */
class GuideTest {

    private static final Path GUIDE = Path.of("../../plugins/README.md");
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```.*?```\n(.*?)\n```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theGuidesPluginRunsAsItStandsThere() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(GUIDE));
        assertThat(example.find()).isTrue();
        PluginJar jar =
                PluginJar.empty().source(example.group(2), example.group(1)).service(example.group(2));

        try (HostFixture fixture =
                new HostFixture(folder).drop("loyalty.jar", jar).start()) {
            assertThat(fixture.host().statuses())
                    .extracting(PluginStatus::id, PluginStatus::state)
                    .containsExactly(tuple("loyalty", State.ACTIVE));
            assertThat(fixture.askOne().values())
                    .extracting(FoundValue::key, FoundValue::text)
                    .containsExactly(tuple("loyaltyTier", "gold"));
        }
    }
}
