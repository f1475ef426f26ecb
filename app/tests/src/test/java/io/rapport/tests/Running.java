package io.rapport.tests;

import java.net.URI;

/**
 * A running product, as tests see it.
 *
 * @param base the address that it listens on
 * @param database what it keeps its rows in, for counting them
 */
record Running(URI base, Database database) {
    static final String ADMINISTRATOR = "admin@example.com";
    static final String PASSWORD = "correct-horse-battery";

    Caller anybody() {
        return new Caller(base);
    }

    Agent administrator() {
        return Agent.signIn(this, ADMINISTRATOR, PASSWORD);
    }

    /** Somebody new in a browser, who has not opened the widget yet. */
    Browser browser() {
        return new Browser(this);
    }

    /** A visitor of the demo shop. */
    Visitor visitor() {
        return browser().arrive();
    }
}
