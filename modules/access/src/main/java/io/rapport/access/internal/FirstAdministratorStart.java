package io.rapport.access.internal;

import io.rapport.access.Checks;
import io.rapport.access.Problem;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sees to it, when the server starts on an empty database, that somebody can get in. */
@ApplicationScoped
class FirstAdministratorStart {

    /** After the migrations. */
    private static final int PRIORITY = 100;

    private static final Logger LOG = System.getLogger(FirstAdministratorStart.class.getName());

    private final FirstAdministrator firstAdministrator;
    private final FirstAdministratorLink link;
    private final Passwords passwords;
    private final Optional<String> email;
    private final Optional<String> password;

    /** For the container's proxy. */
    FirstAdministratorStart() {
        this(null, null, null, Optional.empty(), Optional.empty());
    }

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

    void onStart(@Observes @Priority(PRIORITY) @Initialized(ApplicationScoped.class) Object started) {
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
