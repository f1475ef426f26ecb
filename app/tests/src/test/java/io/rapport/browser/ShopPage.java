package io.rapport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The demo shop as a visitor sees it, with the widget. */
final class ShopPage {
    private final Page page;
    private final FrameLocator frame;

    ShopPage(Page page) {
        this.page = page;
        this.frame = page.frameLocator("#rapport-widget iframe");
    }

    Page page() {
        return page;
    }

    ShopPage open(String address) {
        page.navigate(address);
        return this;
    }

    /** The button in the corner. */
    Locator launcher() {
        return page.locator("#rapport-widget button");
    }

    ShopPage openChat() {
        launcher().click();
        return this;
    }

    Locator field(String label) {
        return frame.getByLabel(label);
    }

    ShopPage fill(String name, String email, String phone, String reason) {
        field("Your name").fill(name);
        field("E-mail").fill(email);
        field("Phone").fill(phone);
        field("What is it about?").selectOption(reason);
        return this;
    }

    ShopPage startChat(String question) {
        field("How can we help?").fill(question);
        frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Start chat"))
                .click();
        return this;
    }

    /** The messages. */
    Locator thread() {
        return frame.getByRole(AriaRole.LOG);
    }

    Locator bubbles(String text) {
        return thread().locator(".bubble").filter(new Locator.FilterOptions().setHasText(text));
    }

    ShopPage say(String text) {
        Locator composer = frame.getByRole(AriaRole.TEXTBOX, new FrameLocator.GetByRoleOptions().setName("Message"));
        composer.fill(text);
        composer.press("Enter");
        return this;
    }

    /** Once, however it came there. */
    ShopPage shows(String text) {
        assertThat(bubbles(text)).hasCount(1);
        return this;
    }

    /** An element in the widget's frame. */
    Locator inside(String selector) {
        return frame.locator(selector);
    }
}
