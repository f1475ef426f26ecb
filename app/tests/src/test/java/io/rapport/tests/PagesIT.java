package io.rapport.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files and addresses of the browser applications, and what browsers may keep of them. */
@ExtendWith(SharedRapport.class)
class PagesIT {
    private static final Pattern ASSET = Pattern.compile("/console/assets/[^\"]+");

    private final Running rapport;

    PagesIT(Running rapport) {
        this.rapport = rapport;
    }

    @Test
    void everyAddressInTheConsoleIsItsPageWhichIsNotKept() {
        Reply page = rapport.anybody().get("/console/conversations/42").expect(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void whatThePageNamesIsThereAndKept() {
        String page = rapport.anybody().get("/console/").expect(200).body();
        assertThat(ASSET.matcher(page).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(asset -> assertThat(
                                rapport.anybody().get(asset).expect(200).header("Cache-Control"))
                        .isEqualTo("public, max-age=31536000, immutable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/console/assets/gone-3f2a.js", "/console/assets/fonts/gone.woff2", "/widget/assets/gone.js"})
    void anAssetThatIsMissingIsNotFoundAndThatIsNotKept(String address) {
        Reply missing = rapport.anybody().get(address).expect(404);
        assertThat(missing.header("Cache-Control")).isEqualTo("no-store");
    }
}
