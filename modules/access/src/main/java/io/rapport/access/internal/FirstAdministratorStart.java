package io.rapport.access.internal;

import io.rapport.access.Checks;
import io.rapport.access.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sees to it, when the server starts on an empty database, that somebody can get in.
 *
 * <p>A listener of the web application, which comes after the migrations; CDI's own start event reaches the jars of a WAR
 * before there is a data source.
 */
@WebListener
public class FirstAdministratorStart implements ServletContextListener {

    private static final Logger LOG = System.getLogger(FirstAdministratorStart.class.getName());

    private final FirstAdministrator firstAdministrator;
    private final FirstAdministratorLink link;
    private final Passwords passwords;
    private final Optional<String> email;
    private final Optional<String> password;

    @Inject
    FirstAdministratorStart(
            FirstAdministrator firstAdministrator,
            FirstAdministratorLink link,
            Passwords passwords,
            @ConfigProperty(name = "rapport.admin.email") Optional<String> email,
            @ConfigProperty(name = "rapport.admin.password") Optional<String> password) {
        this.firstAdministrator = firstAdministrator;
        this.link = link;
        this.passwords = passwords;
        this.email = email;
        this.password = password;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (!firstAdministrator.isMissing()) {
            link.forget();
        } else if (email.isPresent() || password.isPresent()) {
            createFromSettings();
        } else {
            firstAdministrator.renewToken().ifPresent(link::tell);
        }
    }

    private void createFromSettings() {
        NewAdministrator administrator = fromSettings();
        String hash = passwords.hash(administrator.password());
        if (firstAdministrator.create(administrator.name(), administrator.email(), hash)) {
            LOG.log(Level.INFO, "Made the first administrator that the settings rapport.admin.* name");
        }
        link.forget();
    }

    private NewAdministrator fromSettings() {
        try {
            return NewAdministrator.checked(new Checks(), "Administrator", email.orElse(null), password.orElse(null));
        } catch (Problem problem) {
            String faults = problem.errors().stream()
                    .map(error -> "rapport.admin." + error.field() + " " + error.message())
                    .collect(Collectors.joining(", "));
            throw new IllegalStateException("Mend these settings and start again: " + faults);
        }
    }
}
