package io.rapport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static Declaration declaring(Setting... settings) {
        Declaration.Builder declaration =
                Declaration.named("Test").reads(Fact.EMAIL).supplies(SessionField.NETWORK);
        for (Setting setting : settings) {
            declaration.setting(setting);
        }
        return declaration.build();
    }

    @Test
    void readsEveryTypeFromItsText() {
        Declaration declaration = declaring(
                Setting.of(SettingType.TEXT, "name", "Name"),
                Setting.of(SettingType.INTEGER, "rows", "Rows"),
                Setting.of(SettingType.BOOLEAN, "deep", "Deep"),
                Setting.of(SettingType.DURATION, "fresh", "Fresh for"),
                Setting.of(SettingType.FILE, "file", "File"),
                Setting.of(SettingType.ADDRESS, "url", "Address"));

        Settings settings = Settings.read(
                declaration,
                Map.of(
                        "name",
                        "a",
                        "rows",
                        " 7 ",
                        "deep",
                        "true",
                        "fresh",
                        "PT2S",
                        "file",
                        "a/b",
                        "url",
                        "https://x/y"));

        assertThat(settings.text("name")).contains("a");
        assertThat(settings.integer("rows")).contains(7);
        assertThat(settings.truth("deep")).contains(true);
        assertThat(settings.duration("fresh")).contains(Duration.ofSeconds(2));
        assertThat(settings.file("file")).contains(Path.of("a/b"));
        assertThat(settings.address("url")).contains(URI.create("https://x/y"));
    }

    @Test
    void fallsBackToTheDefaultWhereNothingOrBlankIsSet() {
        Declaration declaration = declaring(
                Setting.of(SettingType.INTEGER, "rows", "Rows").defaultsTo("50"),
                Setting.of(SettingType.TEXT, "name", "Name"));

        Settings settings = Settings.read(declaration, Map.of("rows", " "));

        assertThat(settings.integer("rows")).contains(50);
        assertThat(settings.text("name")).isEmpty();
    }

    @Test
    void namesTheSettingThatIsMissingOrUnreadable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.read(
                        declaring(Setting.of(SettingType.FILE, "database", "Database")
                                .required()),
                        Map.of()))
                .withMessage("The setting 'database' is required but not set.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.read(
                        declaring(Setting.of(SettingType.INTEGER, "rows", "Rows")), Map.of("rows", "many")))
                .withMessage("The setting 'rows' must be a whole number such as 50, not 'many'.");
    }

    @Test
    void neverShowsASecret() {
        Declaration declaration =
                declaring(Setting.of(SettingType.ADDRESS, "token", "Token").secret());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.read(declaration, Map.of("token", "hush hush")))
                .withMessageNotContaining("hush");
        assertThat(Settings.read(declaration, Map.of("token", "https://hush")).toString())
                .doesNotContain("hush");
    }

    @Test
    void refusesToBeAskedForWhatIsNotDeclared() {
        Settings settings = Settings.read(declaring(Setting.of(SettingType.TEXT, "name", "Name")), Map.of("name", "a"));

        assertThatIllegalArgumentException().isThrownBy(() -> settings.text("nmae"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.integer("name"));
    }

    @Test
    void refusesADefaultThatCannotBeRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Setting.of(SettingType.INTEGER, "rows", "Rows").defaultsTo("many"));
    }
}
