package io.rapport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One conversation from the visitor's first message on, in the order in which it happens: a visitor, an agent, two sites. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConversationJourneyIT {
    private static final String CUSTOMER = "Mai Trần";
    private static final String RENAMED = "Mai Trần Thị";
    private static final String QUESTION = "I want a refund for order 1234 <img src=x onerror=\"alert('run')\">";

    @RegisterExtension
    static final LaunchedProduct PRODUCT = new LaunchedProduct("journey");

    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private BrowserContext visitorContext;
    private ShopPage visitor;
    private ConsolePage agent;
    private ConsolePage secondAgent;

    @BeforeAll
    void openBrowsers() {
        visitorContext = BROWSERS.visitorContext();
        visitor = new ShopPage(visitorContext.newPage());
        agent = new ConsolePage(BROWSERS.agentContext().newPage());
        secondAgent = new ConsolePage(BROWSERS.agentContext().newPage());
    }

    @Test
    @Order(1)
    void anAgentSignsInToAnEmptyInbox() {
        agent.open(PRODUCT.console()).signIn(LaunchedProduct.ADMINISTRATOR, "not-the-password");
        assertThat(agent.page().getByRole(AriaRole.ALERT)).hasText("E-mail or password is wrong.");
        Pictures.take(agent.page(), "sign-in-refused");
        agent.signIn(LaunchedProduct.ADMINISTRATOR, LaunchedProduct.PASSWORD);
        assertThat(agent.inbox()).containsText("New conversations appear here by themselves.");
        Pictures.take(agent.page(), "inbox-empty");
    }

    @Test
    @Order(2)
    void aVisitorIsToldWhatIsMissingAndThenStartsAChat() {
        visitor.page().navigate(PRODUCT.shop(), new Page.NavigateOptions().setReferer("https://search.example/"));
        visitor.openChat().startChat(QUESTION);
        assertThat(visitor.field("Your name")).hasAccessibleDescription("Please fill this in.");
        assertThat(visitor.field("Your name")).isFocused();
        Pictures.take(visitor.page(), "widget-form-refused");
        visitor.fill(CUSTOMER, "mai@example.com", "(912) 555-0147", "A refund").startChat(QUESTION);
        visitor.shows(QUESTION);
        assertThat(visitor.inside(".bubble img")).hasCount(0);
    }

    @Test
    @Order(3)
    void theConversationAppearsByItselfWithItsLabels() {
        Locator row = agent.rows(CUSTOMER);
        assertThat(row).hasCount(1);
        assertThat(row).containsText("I want a refund for order 1234");
        assertThat(row).containsText("refund request");
        assertThat(row).containsText("priority::high");
        Pictures.take(agent.page(), "inbox");
        agent.choose(CUSTOMER).shows(QUESTION);
        assertThat(agent.messages(QUESTION)).containsText(CUSTOMER);
        assertThat(agent.thread().locator("img")).hasCount(0);
    }

    @Test
    @Order(4)
    void theContactTabSaysWhoTheVisitorIs() {
        agent.tab("Contact");
        assertThat(agent.fact("Name")).hasText(CUSTOMER);
        assertThat(agent.fact("E-mail")).hasText("mai@example.com");
        assertThat(agent.fact("Phone")).hasText("+19125550147");
        Pictures.take(agent.page(), "contact-tab");
    }

    @Test
    @Order(5)
    void theConversationTabSaysWhatItIsAboutAndWhy() {
        agent.tab("Conversation");
        assertThat(agent.list("Conversation attributes")).containsText("A refund");
        agent.label("Conversation", "priority::high").click();
        Locator why = agent.why();
        assertThat(why).containsText("Put on by the rule");
        assertThat(why.locator("blockquote")).containsText("then add label");
        assertThat(why).containsText("I want a refund for order 1234");
        Pictures.take(agent.page(), "why");
        agent.page().keyboard().press("Escape");
        assertThat(why).isHidden();
        agent.label("Conversation", "refund request").click();
        assertThat(why.locator("blockquote")).containsText("refund request");
        agent.page().keyboard().press("Escape");
    }

    @Test
    @Order(6)
    void theConversationTabSaysFromWhereAndWithWhat() {
        assertThat(agent.fact("Country")).containsText("Vietnam");
        assertThat(agent.fact("Country")).containsText("estimated");
        assertThat(agent.fact("City")).hasText("Not known");
        assertThat(agent.fact("Device")).hasText("Computer");
        assertThat(agent.fact("Operating system")).containsText("Windows");
        assertThat(agent.fact("Browser")).containsText("Chrome 140");
        assertThat(agent.fact("Language")).containsText("Vietnamese");
        assertThat(agent.fact("Came from")).containsText("search.example");
        assertThat(agent.fact("Current page")).containsText("shop.localhost");
        assertThat(agent.fact("Visits")).hasText("1");
        Pictures.take(agent.page(), "conversation-tab");
    }

    @Test
    @Order(7)
    void answersGoBothWaysAndANoteStaysInside() {
        agent.answer("Of course. The money is on its way.").shows("Of course. The money is on its way.");
        visitor.shows("Of course. The money is on its way.");
        agent.note("Second refund this year").shows("Second refund this year");
        visitor.say("Thank you!").shows("Thank you!");
        agent.shows("Thank you!");
        // What came after the note is there, so the note would be, too.
        agent.answer("Have a nice day").shows("Have a nice day");
        visitor.shows("Have a nice day");
        assertThat(visitor.thread()).not().containsText("Second refund this year");
        Pictures.take(visitor.page(), "widget-thread");
        Pictures.take(agent.page(), "thread");
    }

    @Test
    @Order(8)
    void aSecondBrowserShowsEveryEditByItself() {
        secondAgent.open(PRODUCT.console()).signIn(LaunchedProduct.ADMINISTRATOR, LaunchedProduct.PASSWORD);
        secondAgent.choose(CUSTOMER).tab("Contact");
        assertThat(secondAgent.fact("Name")).hasText(CUSTOMER);

        agent.tab("Contact").panelButton("Edit Name").click();
        Locator name = agent.panel().getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Name"));
        name.fill(RENAMED);
        name.press("Enter");
        assertThat(secondAgent.fact("Name")).hasText(RENAMED);

        agent.pick("Add label", "vip");
        assertThat(secondAgent.label("Contact", "vip")).isVisible();
        agent.panelButton("Remove label vip").click();
        assertThat(secondAgent.label("Contact", "vip")).hasCount(0);

        agent.pick("Add attribute", "Home town");
        Locator town = agent.panel().getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Home town"));
        town.fill("Huế");
        town.press("Enter");
        assertThat(secondAgent.list("Contact attributes")).containsText("Huế");
        assertThat(secondAgent.rows(RENAMED)).hasCount(1);
    }

    @Test
    @Order(9)
    void aVisitorWhoComesBackFindsTheConversationAndIsKnown() {
        visitor.page().reload();
        visitor.shows("I want a refund for order 1234").shows("Thank you!");
        visitor.open(PRODUCT.shop() + "&utm_campaign=autumn");
        visitor.shows("I want a refund for order 1234");
        visitor.say("Me again").shows("Me again");
        agent.shows("Me again").tab("Conversation");
        assertThat(agent.fact("Visits")).hasText(Pattern.compile("^2\\s*1 other in this conversation$"));
        assertThat(agent.rows("#")).hasCount(1);
        agent.tab("Contact");
        assertThat(agent.fact("Name")).hasText(RENAMED);
    }

    @Test
    @Order(10)
    void whatIsWrittenWithoutAConnectionArrivesOnceWhenItIsBack() {
        visitorContext.setOffline(true);
        visitor.say("Written without a connection");
        assertThat(visitor.thread()).containsText("Sending");
        agent.answer("Are you still there?").shows("Are you still there?");
        visitorContext.setOffline(false);
        agent.shows("Written without a connection");
        visitor.shows("Are you still there?").shows("Written without a connection");
    }

    @Test
    @Order(11)
    void nothingIsLostOrDoubledWhenTheServerRestarts() throws Exception {
        PRODUCT.stop();
        assertThat(agent.page().getByText("Reconnecting…")).isVisible();
        visitor.say("Written while the server was away");
        PRODUCT.start();
        assertThat(agent.page().getByText("Reconnecting…")).isHidden();
        Locator again = visitor.inside("button").filter(new Locator.FilterOptions().setHasText("Try again"));
        assertThat(visitor.bubbles("Written while the server was away")
                        .or(again)
                        .first())
                .isVisible();
        agent.shows("Written while the server was away");
        visitor.shows("Written while the server was away");
        agent.answer("Here we are again").shows("Here we are again");
        visitor.shows("Here we are again").shows("Thank you!");
        assertThat(visitor.thread()).not().containsText("Sending");
        agent.shows("Are you still there?")
                .shows("Written without a connection")
                .shows("Me again");
        assertThat(agent.rows("#")).hasCount(1);
    }
}
