package io.rapport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the map in modules/README.md true; {@code -Dmap.write=true} draws it anew. */
class ModuleMapTest {

    private static final String BEGIN =
            "<!-- map: drawn from bytecode by ModuleMapTest; -Dmap.write=true draws it anew -->\n";
    private static final String END = "<!-- end of map -->";

    private static final Path README = Repository.root().resolve("modules/README.md");

    @Test
    void theMapInTheMaintainersGuideIsTrue() throws IOException {
        String drawn = new ModuleMap(Codebase.product()).markdown();
        String guide = Repository.text(README);
        if (Boolean.getBoolean("map.write")) {
            guide = before(guide) + drawn + after(guide);
            Files.writeString(README, guide);
        }
        assertThat(between(guide))
                .as("the map in %s; -Dmap.write=true draws it anew", README.getFileName())
                .isEqualTo(drawn);
    }

    @Test
    void theMapShowsWhoTellsWhomInWhichLane() {
        String map = new ModuleMap(Codebase.fixture("map")).markdown();
        assertThat(map)
                .contains("  shop --> stock\n", "| shop | events, outbox, stock |")
                .doesNotContain("  shop --> events\n")
                .contains("| `Sold` (within stock) | stock | shop `Till` | shop `Letter` as `shop.letter`,"
                        + " shop `Parcel` as `shop.parcel` | shop `Till` |");
    }

    private static String before(String guide) {
        return guide.substring(0, guide.indexOf(BEGIN) + BEGIN.length());
    }

    private static String after(String guide) {
        return guide.substring(guide.indexOf(END));
    }

    private static String between(String guide) {
        return guide.substring(before(guide).length(), guide.indexOf(END));
    }
}
