package io.rapport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One Chromium for a class of tests; each person in it has a context, as if at a machine of their own. */
final class Browsers implements BeforeAllCallback, AfterTestExecutionCallback, AfterAllCallback {
    /** Long, since a busy machine is no fault of the product. */
    private static final double PATIENCE = 60_000;

    private static final Path FAILURES = Path.of("target", "screenshots", "failures");

    private final List<String> faults = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private Playwright driver;
    private Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        driver = Chromium.driver();
        browser = Chromium.launch(driver);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    /** An agent's machine. */
    BrowserContext agentContext() {
        return context(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("en-GB"));
    }

    /** A visitor's machine, as a customer in Vietnam has it. */
    BrowserContext visitorContext() {
        return context(new Browser.NewContextOptions()
                .setViewportSize(1200, 800)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setUserAgent("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                        + "Chrome/140.0.0.0 Safari/537.36"));
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        context.onPage(this::watch);
        return context;
    }

    private void watch(Page page) {
        pages.add(page);
        page.onPageError(error -> faults.add(page.url() + ": " + error));
        page.onDialog(dialog -> {
            faults.add(page.url() + " opened a dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    /** No script failed unnoticed, no markup from a visitor ran. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            String name = context.getRequiredTestMethod().getName();
            List<Page> open = pages.stream().filter(page -> !page.isClosed()).toList();
            for (Page page : open) {
                var file = FAILURES.resolve(name + "-" + open.indexOf(page) + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (driver != null) {
            driver.close();
        }
    }
}
