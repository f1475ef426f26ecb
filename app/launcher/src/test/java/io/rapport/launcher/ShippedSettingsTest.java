package io.rapport.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings file that operators get, and what they are told to do with it. */
class ShippedSettingsTest {
    private static final Path SHIPPED = Path.of("../../deploy/rapport.properties");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^# ?(?=rapport\\.[A-Za-z0-9.<>-]+\\s*=)");

    @TempDir
    Path folder;

    private static String uncommented() throws Exception {
        return DOCUMENTED.matcher(Files.readString(SHIPPED)).replaceAll("");
    }

    private Configuration configuration(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("rapport.properties"), content);
        return Configuration.from(Settings.load(new Properties(), Map.of("RAPPORT_CONFIG", file.toString())));
    }

    @Test
    void theFileWithEveryLineUncommentedStartsWithTheDefaults() throws Exception {
        assertThat(configuration(uncommented())).isEqualTo(configuration(""));
    }

    @Test
    void oneUncommentedAndChangedLineIsThatSettingAndNoNewDefault() throws Exception {
        String changed =
                Files.readString(SHIPPED).replaceFirst("(?m)^#?rapport\\.http\\.port=\\d+", "rapport.http.port=9001");
        assertThat(configuration(changed).port()).isEqualTo(9001);
        assertThat(configuration("").port()).isEqualTo(8080);
    }

    @Test
    void theFileNamesEverySettingWithItsDefaultAndNoOther() throws Exception {
        var documented = new Properties();
        documented.load(new java.io.StringReader(uncommented()));
        documented.keySet().removeIf(key -> key.toString().startsWith("rapport.plugin."));
        var catalogue = new SettingsCatalogue();
        var existing = new TreeMap<String, String>();
        catalogue.keys().forEach(key -> existing.put(key, catalogue.defaultOf(key)));
        assertThat(documented).isEqualTo(existing);
    }

    @Test
    void nothingIsBuiltAgainBecauseASettingWasChanged() throws Exception {
        assertThat(Files.readString(Path.of("../../deploy/run")).lines().filter(line -> line.contains("find \"$root")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("rapport.properties"));
        assertThat(Files.readString(Path.of("pom.xml"))).doesNotContain("rapport.properties");
    }
}
