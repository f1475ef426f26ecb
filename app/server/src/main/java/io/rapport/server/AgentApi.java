package io.rapport.server;

import io.rapport.access.SignIns;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What agents and integrators call. */
@OpenAPIDefinition(info = @Info(title = "Rapport", version = "1"))
@SecurityScheme(
        securitySchemeName = AgentApi.TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "rpt_…",
        description =
                "An API token, which administrators make in the console under API tokens. Where it lacks a scope, the"
                        + " answer is 403 and names it.")
@SecurityScheme(
        securitySchemeName = AgentApi.SIGN_IN,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = SignIns.COOKIE,
        description = "An agent's sign-in. Calls that change something also need the header X-Requested-With: rapport.")
@ApplicationPath("/api/v1")
public class AgentApi extends Application {

    static final String TOKEN = "token";
    static final String SIGN_IN = "signIn";

    @Override
    public Set<Class<?>> getClasses() {
        return ResourceClasses.forAgents();
    }
}
