package io.rapport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The console as an agent sees it. */
final class ConsolePage {
    /** On the way to anything on the page. */
    private static final int MOST_KEYS = 60;

    private final Page page;

    ConsolePage(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    ConsolePage open(String address) {
        page.navigate(address);
        return this;
    }

    ConsolePage signIn(String email, String password) {
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        button("Sign in").click();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator inbox() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Inbox"));
    }

    /** The inbox rows that hold a text. */
    Locator rows(String text) {
        return inbox().getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText(text));
    }

    ConsolePage choose(String customer) {
        rows(customer).first().click();
        return this;
    }

    Locator thread() {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("Messages").setExact(true));
    }

    Locator messages(String text) {
        return thread().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Once, however it came there. */
    ConsolePage shows(String text) {
        assertThat(messages(text)).hasCount(1);
        return this;
    }

    Locator composer() {
        return page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
    }

    ConsolePage answer(String text) {
        composer().fill(text);
        composer().press("Enter");
        return this;
    }

    ConsolePage note(String text) {
        page.locator("form")
                .getByText("Private note", new Locator.GetByTextOptions().setExact(true))
                .click();
        Locator composer = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Private note"));
        composer.fill(text);
        composer.press("Enter");
        page.locator("form")
                .getByText("Reply", new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    Locator panel() {
        return page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Customer information"));
    }

    ConsolePage tab(String name) {
        panel().getByRole(
                        AriaRole.TAB,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
        return this;
    }

    /** Contact labels or Conversation labels, Contact attributes or Conversation attributes. */
    Locator list(String name) {
        return panel().getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName(name));
    }

    Locator label(String kind, String name) {
        return list(kind + " labels")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Why " + name + "?"));
    }

    /** What opens from a label. */
    Locator why() {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Why this label"));
    }

    /** What opens from a value: where it comes from. */
    Locator origin(String name) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(name + ": where it comes from"));
    }

    /** What stands beside a name in a list of facts, e.g. beside City. */
    Locator fact(String name) {
        return panel().locator("dt", new Locator.LocatorOptions().setHasText(name))
                .locator("xpath=following-sibling::dd[1]");
    }

    /** The mark of a contact whose site has signed who it is. */
    Locator verified() {
        return panel().getByText("Verified", new Locator.GetByTextOptions().setExact(true));
    }

    Locator panelButton(String name) {
        return panel().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    /** Chooses from the list that a plus button opens. */
    void pick(String plus, String option) {
        panelButton(plus).click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
    }

    /** On the page Agents. */
    void invite(String name, String email) {
        Locator form = page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Invite an agent"));
        form.getByLabel("Name").fill(name);
        form.getByLabel("E-mail").fill(email);
        button("Invite").click();
    }

    Locator passwordLink() {
        return page.getByLabel("Password link", new Page.GetByLabelOptions().setExact(true));
    }

    Locator agentRow(String name) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName(name))));
    }

    /** Presses Tab until this has the focus. */
    void tabTo(Locator goal) {
        press("Tab", goal);
    }

    void arrowDownTo(Locator goal) {
        press("ArrowDown", goal);
    }

    private void press(String key, Locator goal) {
        for (int pressed = 0; pressed < MOST_KEYS && !hasFocus(goal); pressed++) {
            page.keyboard().press(key);
        }
        assertThat(goal).isFocused();
    }

    private static boolean hasFocus(Locator goal) {
        return (Boolean) goal.evaluate("element => element === document.activeElement");
    }
}
