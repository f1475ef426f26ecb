package io.rapport.access.internal;

import io.rapport.access.Checks;

/** What the first administrator is called and signs in with, checked. */
record NewAdministrator(String name, String email, String password) {

    static NewAdministrator checked(Checks checks, String name, String email, String password) {
        NewAdministrator administrator = new NewAdministrator(
                checks.text("name", name, 1, 100),
                checks.email("email", email),
                checks.secret("password", password, Passwords.SHORTEST, Passwords.LONGEST));
        checks.orThrow();
        return administrator;
    }

    /** Never the password: this may end in a log. */
    @Override
    public String toString() {
        return "NewAdministrator";
    }
}
