package io.rapport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.rapport.tests.IdentityToken;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The console and the widget for everybody: by keyboard, by what axe-core checks, light and dark, on a small screen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppearanceIT {
    @RegisterExtension
    static final LaunchedProduct PRODUCT = new LaunchedProduct("appearance");

    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    /** What a program's call with a token is answered by. */
    private static final String CALL = "token => fetch('/api/v1/conversations',"
            + " { credentials: 'omit', headers: { Authorization: 'Bearer ' + token } }).then(answer => answer.status)";

    /** An administrator makes what the demo shop signs with. */
    private static final String NEW_SECRET = """
            async () => {
              const { items } = await (await fetch('/api/v1/sites')).json();
              const { id } = items.find(({ key }) => key === 'demo');
              const headers = { 'X-Requested-With': 'rapport' };
              const made = await fetch(`/api/v1/sites/${id}/identity-secret`, { method: 'POST', headers });
              return (await made.json()).secret;
            }""";

    /** The shop's page says who is there. */
    private static final String SET_USER = "token => rapport('setUser', { externalId: '4711', identityToken: token })";

    private ConsolePage agent;

    @BeforeAll
    void customersWrite() {
        Customer.GERMAN.write(shop());
        Customer.VIETNAMESE.write(shop());
    }

    @BeforeEach
    void openConsole() {
        agent = new ConsolePage(BROWSERS.agentContext().newPage());
        agent.open(PRODUCT.console());
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void theConsoleHasNoGraveFinding(ColorScheme scheme) {
        String suffix = "-" + scheme.name().toLowerCase();
        agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat(agent.button("Sign in")).isVisible();
        look("sign-in" + suffix);
        signIn();
        look("inbox" + suffix);
        agent.choose(Customer.VIETNAMESE.name()).shows(Customer.VIETNAMESE.question());
        assertThat(agent.fact("Phone")).hasText("+84912345678");
        look("contact-tab" + suffix);
        agent.tab("Conversation");
        agent.label("Conversation", "priority::high").click();
        assertThat(agent.why()).isVisible();
        look("why" + suffix);
        agent.page().keyboard().press("Escape");
        assertThat(agent.why()).isHidden();
        look("conversation-tab" + suffix);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void anAdministratorInvitesAnAgentWhoChoosesAPassword(ColorScheme scheme) {
        String name = scheme == ColorScheme.LIGHT ? "Hoa" : "Minh";
        String suffix = "-" + scheme.name().toLowerCase();
        agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        signIn();
        agent.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Agents"))
                .click();
        agent.invite(name, name.toLowerCase() + "@example.com");
        assertThat(agent.passwordLink()).hasValue(java.util.regex.Pattern.compile(".*/console/join#.{43}"));
        assertThat(agent.agentRow(name)).containsText("Invited");
        look("agents" + suffix);

        ConsolePage invited = new ConsolePage(BROWSERS.agentContext().newPage());
        invited.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        invited.open(agent.passwordLink().inputValue());
        assertThat(invited.button("Set password and sign in")).isVisible();
        lookAt(invited.page(), "join" + suffix);
        invited.page()
                .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(LaunchedProduct.PASSWORD);
        invited.button("Set password and sign in").click();
        assertThat(invited.inbox()).isVisible();
        assertThat(invited.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Agents")))
                .isHidden();

        agent.button("Deactivate " + name).click();
        assertThat(agent.agentRow(name)).containsText("Deactivated");
        assertThat(invited.button("Sign in")).isVisible();
        agent.button("Deactivate Administrator").click();
        assertThat(agent.page().getByRole(AriaRole.ALERT)).containsText("Somebody must remain who administers");
        assertThat(agent.agentRow("Administrator")).containsText("Active");
        agent.page().setViewportSize(390, 700);
        look("agents-phone" + suffix);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void anAdministratorMakesATokenAndRevokesItByKeyboard(ColorScheme scheme) {
        String name = scheme == ColorScheme.LIGHT ? "Web shop" : "CRM";
        String suffix = "-" + scheme.name().toLowerCase();
        var keyboard = agent.page().keyboard();
        agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        signIn();
        agent.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("API tokens"))
                .click();
        agent.button("Make token").click();
        assertThat(agent.page().getByText("Allow at least one thing.")).isVisible();
        look("tokens-with-errors" + suffix);

        agent.page()
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .focus();
        keyboard.type(name);
        for (String scope : List.of("Change contacts", "Read conversations")) {
            agent.tabTo(agent.page().getByLabel(scope));
            keyboard.press("Space");
        }
        agent.tabTo(agent.button("Make token"));
        keyboard.press("Enter");
        Locator secret = agent.page().getByLabel("Secret", new Page.GetByLabelOptions().setExact(true));
        assertThat(secret).hasValue(java.util.regex.Pattern.compile("rpt_.{43}"));
        assertThat(agent.agentRow(name)).containsText("Active");
        look("tokens" + suffix);
        assertThat((Integer) agent.page().evaluate(CALL, secret.inputValue())).isEqualTo(200);

        agent.tabTo(agent.button("Revoke " + name));
        keyboard.press("Enter");
        assertThat(agent.button("Revoke for good")).isVisible();
        look("tokens-revoke" + suffix);
        agent.tabTo(agent.button("Revoke for good"));
        keyboard.press("Enter");
        assertThat(agent.agentRow(name)).containsText("Revoked");
        assertThat((Integer) agent.page().evaluate(CALL, secret.inputValue())).isEqualTo(401);
        agent.page().setViewportSize(390, 700);
        look("tokens-phone" + suffix);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void anAdministratorMakesAnAttributeByKeyboard(ColorScheme scheme) {
        String name = scheme == ColorScheme.LIGHT ? "Gói dịch vụ" : "Kundenzufriedenheitsstufe";
        String key = scheme == ColorScheme.LIGHT ? "goiDichVu" : "kundenzufriedenheitsstufe";
        String suffix = "-" + scheme.name().toLowerCase();
        var keyboard = agent.page().keyboard();
        agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        signIn();
        agent.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Attributes"))
                .click();
        agent.tabTo(agent.button("New attribute"));
        keyboard.press("Enter");
        Locator form = agent.page().getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("New attribute"));
        Locator nameField = form.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true));
        assertThat(nameField).isFocused();
        agent.tabTo(agent.button("Make attribute"));
        keyboard.press("Enter");
        assertThat(nameField).hasAccessibleDescription("Enter a name.");
        assertThat(nameField).isFocused();
        look("attributes-with-errors" + suffix);

        keyboard.type(name);
        assertThat(form.getByLabel("Key")).hasValue(key);
        agent.tabTo(form.getByLabel("Type"));
        keyboard.type("One");
        assertThat(form.getByLabel("Type")).hasValue("list");
        agent.tabTo(form.getByLabel("Options"));
        keyboard.type("Free");
        keyboard.press("Enter");
        keyboard.type("Paid");
        agent.tabTo(form.getByLabel("Demo shop"));
        keyboard.press("Space");
        look("attributes-form" + suffix);
        agent.tabTo(agent.button("Make attribute"));
        keyboard.press("Enter");
        assertThat(agent.agentRow(name)).containsText("2 options");
        assertThat(agent.agentRow(name)).containsText("Demo shop");
        assertThat(agent.button("New attribute")).isFocused();
        look("attributes" + suffix);

        agent.tabTo(agent.button("Delete " + name));
        keyboard.press("Enter");
        assertThat(agent.button("Delete attribute")).isVisible();
        look("attributes-delete" + suffix);
        keyboard.press("Escape");
        agent.page().setViewportSize(390, 700);
        look("attributes-phone" + suffix);
        agent.button("Edit " + name).click();
        look("attributes-form-phone" + suffix);
        assertThat((Boolean) agent.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void whereAValueComesFromIsToldAndDecidedByKeyboard(ColorScheme scheme) {
        String suffix = "-" + scheme.name().toLowerCase();
        String formsPhone = "+4930901820";
        agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        signIn();
        agent.choose(Customer.GERMAN.name()).shows(Customer.GERMAN.question());
        editPhone("+49 30 555555");
        assertThat(agent.button("Undo")).isVisible();
        look("undo" + suffix);
        agent.button("Undo").click();
        assertThat(agent.fact("Phone")).hasText(formsPhone);
        editPhone("+49 30 555555");

        Locator origin = agent.panelButton("Where Phone comes from");
        agent.tabTo(origin);
        agent.page().keyboard().press("Enter");
        Locator story = agent.origin("Phone");
        assertThat(story).containsText("Agent Administrator");
        assertThat(story).containsText("Form");
        look("origin" + suffix);
        agent.tabTo(agent.button("Use this: " + formsPhone));
        agent.page().keyboard().press("Enter");
        assertThat(story).containsText("Pinned: it stays");
        look("origin-pinned" + suffix);
        agent.tabTo(agent.button("Let the sources decide"));
        agent.page().keyboard().press("Enter");
        assertThat(agent.button("Let the sources decide")).isHidden();
        agent.page().keyboard().press("Escape");
        assertThat(story).isHidden();
        assertThat(origin).isFocused();
        assertThat(agent.fact("Phone")).hasText(formsPhone);

        agent.panelButton("Show").click();
        assertThat(agent.list("History")).containsText("Released");
        agent.list("History").scrollIntoViewIfNeeded();
        look("history" + suffix);
        agent.page().setViewportSize(390, 700);
        agent.button("Show customer information").click();
        origin.click();
        assertThat(story).containsText("What stood here");
        look("origin-phone" + suffix);
        assertThat((Boolean) agent.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void aClaimIsConfirmedByKeyboardAndASecondScreenShowsIt(ColorScheme scheme) {
        String suffix = "-" + scheme.name().toLowerCase();
        String email = "lan" + suffix + "@example.com";
        String phone = scheme == ColorScheme.LIGHT ? "+84912345670" : "+84912345671";
        Customer known = new Customer("Lan" + suffix, email, phone, "An order", "Where is it?");
        Customer claims = new Customer("L" + suffix, email, "", "An order", "Me again, from my phone");
        known.write(shop());
        claims.write(shop());
        ConsolePage second = new ConsolePage(BROWSERS.agentContext().newPage());
        second.open(PRODUCT.console()).signIn(LaunchedProduct.ADMINISTRATOR, LaunchedProduct.PASSWORD);
        second.choose(claims.question()).shows(claims.question());
        agent.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        signIn();
        agent.choose(claims.question()).shows(claims.question());
        assertThat(agent.list("Said without proof")).containsText("Says to be " + known.name());
        look("claim" + suffix);

        var keyboard = agent.page().keyboard();
        agent.tabTo(agent.panelButton("Same person…"));
        keyboard.press("Enter");
        Locator consequence = agent.list("Said without proof").getByRole(AriaRole.STATUS);
        assertThat(consequence).containsText("becomes part of " + known.name());
        assertThat(consequence).isFocused();
        look("claim-consequence" + suffix);
        assertThat(second.list("Said without proof")).isVisible();
        agent.tabTo(agent.panelButton("Make them one"));
        keyboard.press("Enter");

        assertThat(second.fact("Phone")).hasText(phone);
        assertThat(second.list("Said without proof")).isHidden();
        assertThat(agent.fact("Phone")).hasText(phone);
        look("claim-confirmed" + suffix);
        agent.tabTo(agent.button("Undo"));
        keyboard.press("Enter");
        assertThat(second.list("Said without proof")).containsText("Says to be " + known.name());
        assertThat(second.fact("Phone")).not().containsText(phone);
        agent.panelButton("Same person…").click();
        agent.page().setViewportSize(390, 700);
        agent.button("Show customer information").click();
        look("claim-phone" + suffix);
    }

    @Test
    void aSitesWordSaysWhoTheVisitorIsUntilItIsReset() {
        String question = "Does my name show?";
        signIn();
        String secret = (String) agent.page().evaluate(NEW_SECRET);
        String token = IdentityToken.of("4711").with("name", "Thu Hà").signedWith(secret);
        ShopPage visitor = shop();
        assertThat(visitor.launcher()).isVisible();
        visitor.page().evaluate(SET_USER, token);
        visitor.openChat().fill("Somebody", "somebody@example.com", "", "An order");
        visitor.startChat(question).shows(question);
        agent.choose(question).shows(question);
        assertThat(agent.fact("Name")).hasText("Thu Hà");
        assertThat(agent.verified()).isVisible();
        look("verified");

        // Another visit: until the shop says again who is there, nothing of what was written is shown.
        visitor.open(PRODUCT.shop() + "&utm_campaign=spring");
        assertThat(visitor.field("Your name")).isVisible();
        assertThat(visitor.bubbles(question)).hasCount(0);
        visitor.page().evaluate(SET_USER, token);
        visitor.shows(question);
        agent.answer("It does").shows("It does");
        visitor.shows("It does");

        visitor.page().evaluate("rapport('reset')");
        visitor.openChat();
        assertThat(visitor.field("Your name")).hasValue("");
        visitor.fill("Ana Lima", "ana.lima@example.com", "", "An order");
        visitor.startChat("I am somebody else").shows("I am somebody else");
        assertThat(visitor.bubbles(question)).hasCount(0);
        agent.choose("I am somebody else").shows("I am somebody else");
        assertThat(agent.fact("Name")).hasText("Ana Lima");
        assertThat(agent.verified()).isHidden();
    }

    private void editPhone(String phone) {
        agent.panelButton("Edit Phone").click();
        Locator input = agent.panel().getByLabel("Phone", new Locator.GetByLabelOptions().setExact(true));
        input.fill(phone);
        input.press("Enter");
        assertThat(agent.fact("Phone")).hasText("+4930555555");
    }

    @Test
    void onASmallScreenThePanelLiesOverTheThreadWhenAskedFor() {
        agent.page().setViewportSize(900, 700);
        signIn();
        agent.choose(Customer.GERMAN.name()).shows(Customer.GERMAN.question());
        look("small-thread");
        agent.button("Show customer information").click();
        assertThat(agent.fact("E-mail")).hasText(Customer.GERMAN.email());
        look("small-panel");
        assertThat((Boolean) agent.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @Test
    void theWidgetHasNoGraveFinding() {
        ShopPage visitor = shop();
        assertThat(visitor.launcher()).isVisible();
        lookAt(visitor.page(), "widget-closed");
        visitor.openChat().startChat("Where is my order?");
        assertThat(visitor.field("Your name")).hasAccessibleDescription("Please fill this in.");
        lookAt(visitor.page(), "widget-form-with-errors");
        visitor.fill("Ana", "ana@example.com", "", "An order").startChat("Where is my order?");
        visitor.shows("Where is my order?");
        lookAt(visitor.page(), "widget-thread-open");
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        lookAt(visitor.page(), "widget-thread-dark");
        visitor.page().setViewportSize(390, 700);
        lookAt(visitor.page(), "widget-thread-phone");
    }

    @Test
    void whatIsWrongInsideTheWidgetIsFound() {
        ShopPage visitor = shop().openChat();
        assertThat(visitor.field("Your name")).isVisible();
        visitor.inside("form").evaluate("form => form.append(document.createElement('input'))");
        assertThat(Accessibility.graveFindings(visitor.page()))
                .anySatisfy(
                        finding -> assertThat(finding).startsWith("label at").contains("iframe"));
    }

    @Test
    void anAgentAnswersByKeyboardAlone() {
        var keyboard = agent.page().keyboard();
        assertThat(agent.page().getByLabel("E-mail")).isFocused();
        keyboard.type(LaunchedProduct.ADMINISTRATOR);
        keyboard.press("Tab");
        keyboard.type(LaunchedProduct.PASSWORD);
        keyboard.press("Enter");
        Locator rows = agent.inbox().getByRole(AriaRole.LINK);
        assertThat(rows.first()).isVisible();
        agent.tabTo(rows.first());
        agent.arrowDownTo(agent.rows(Customer.GERMAN.name()));
        keyboard.press("Enter");
        agent.shows(Customer.GERMAN.question());
        agent.tabTo(agent.composer());
        keyboard.type("Gern, in drei Tagen.");
        keyboard.press("Enter");
        agent.shows("Gern, in drei Tagen.");
        assertThat(agent.composer()).isFocused();
    }

    private ShopPage shop() {
        return new ShopPage(BROWSERS.visitorContext().newPage()).open(PRODUCT.shop());
    }

    private void signIn() {
        agent.signIn(LaunchedProduct.ADMINISTRATOR, LaunchedProduct.PASSWORD);
        assertThat(agent.rows(Customer.VIETNAMESE.name())).containsText("refund request");
    }

    private void look(String state) {
        lookAt(agent.page(), state);
    }

    private static void lookAt(Page page, String state) {
        Pictures.take(page, state);
        Accessibility.assertNothingGrave(page, state);
    }
}
