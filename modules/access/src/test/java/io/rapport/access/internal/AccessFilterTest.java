package io.rapport.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.access.AgentCard;
import io.rapport.access.Problem;
import io.rapport.access.Role;
import io.rapport.events.TimeOrderedId;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessFilterTest {

    private static final int ADMITTED = 0;

    /** What a resource may look like. */
    @RolesAllowed("agent")
    static class Declared {
        public void bare() {}

        @PermitAll
        public void open() {}
    }

    static class Undeclared {
        public void bare() {}

        @DenyAll
        public void denied() {}

        @RolesAllowed({"agent", "administrator"})
        public void anybodyOfTheTeam() {}

        @RolesAllowed("administrator")
        public void administration() {}
    }

    private String verb = "GET";
    private String header;
    private Role signedInAs;
    private RuntimeException failure;

    @Test
    void aMethodThatNamesNoRoleIsOpenToNobody() {
        signedInAs = Role.ADMINISTRATOR;

        assertThat(statusOf(Undeclared.class, "bare")).isEqualTo(403);
        assertThat(statusOf(Undeclared.class, "denied")).isEqualTo(403);
    }

    @Test
    void whoIsNotSignedInIsAskedToSignInBeforeAnythingElse() {
        verb = "POST";

        assertThat(statusOf(Undeclared.class, "anybodyOfTheTeam")).isEqualTo(401);
        assertThat(statusOf(Declared.class, "bare")).isEqualTo(401);
    }

    @Test
    void rolesDecide() {
        signedInAs = Role.AGENT;
        assertThat(statusOf(Undeclared.class, "anybodyOfTheTeam")).isEqualTo(ADMITTED);
        assertThat(statusOf(Undeclared.class, "administration")).isEqualTo(403);
        assertThat(statusOf(Declared.class, "bare")).isEqualTo(ADMITTED);

        signedInAs = Role.ADMINISTRATOR;
        assertThat(statusOf(Undeclared.class, "administration")).isEqualTo(ADMITTED);
        assertThat(statusOf(Declared.class, "bare")).isEqualTo(403);
    }

    @Test
    void theMethodsOwnDeclarationWins() {
        assertThat(statusOf(Declared.class, "open")).isEqualTo(ADMITTED);
    }

    @Test
    void changingCallsNeedTheHeader() {
        signedInAs = Role.AGENT;
        for (String changing : new String[] {"POST", "PUT", "PATCH", "DELETE", "post", "PROPFIND"}) {
            verb = changing;
            header = null;
            assertThat(statusOf(Undeclared.class, "anybodyOfTheTeam")).isEqualTo(403);
            header = "XMLHttpRequest";
            assertThat(statusOf(Undeclared.class, "anybodyOfTheTeam")).isEqualTo(403);
            header = "rapport";
            assertThat(statusOf(Undeclared.class, "anybodyOfTheTeam")).isEqualTo(ADMITTED);
        }
    }

    @Test
    void signingInNeedsTheHeaderTooSoThatNobodyIsSignedInFromAForeignPage() {
        verb = "POST";
        assertThat(statusOf(Declared.class, "open")).isEqualTo(403);

        header = "rapport";
        assertThat(statusOf(Declared.class, "open")).isEqualTo(ADMITTED);
    }

    @Test
    void visitorsResourcesSeeToThemselves() {
        verb = "POST";

        assertThat(statusOf(io.rapport.widget.internal.VisitorResource.class, "post"))
                .isEqualTo(ADMITTED);
    }

    @Test
    void whenNobodyCanTellWhoItIsTheFailureComesOutWhereItMattersOnly() {
        failure = Problem.unavailable(java.time.Duration.ofSeconds(2));

        assertThat(statusOf(Undeclared.class, "anybodyOfTheTeam")).isEqualTo(503);
        assertThat(statusOf(Declared.class, "open")).isEqualTo(ADMITTED);
    }

    private int statusOf(Class<?> resource, String method) {
        try {
            AccessFilter filter = new AccessFilter();
            filter.requestAgent = new RequestAgent(servletRequest());
            filter.resource = resourceInfo(resource, method);
            filter.filter(fake(
                    ContainerRequestContext.class,
                    Map.of("getMethod", verb, "getHeaderString", header == null ? "" : header)));
            return ADMITTED;
        } catch (Problem problem) {
            return problem.status();
        }
    }

    private HttpServletRequest servletRequest() {
        Map<String, Object> attributes = new HashMap<>();
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, call, arguments) -> call.getName().equals("setAttribute")
                        ? attributes.put((String) arguments[0], arguments[1])
                        : attributes.get(arguments[0]));
        if (failure != null) {
            RequestAgent.note(request, failure);
        } else if (signedInAs != null) {
            RequestAgent.note(request, new AgentCard(TimeOrderedId.next(), "Mai", "mai@example.org", signedInAs, true));
        }
        return request;
    }

    private static ResourceInfo resourceInfo(Class<?> resource, String method) {
        Method found = Stream.of(resource.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Arrays.toString(resource.getDeclaredMethods())));
        return fake(ResourceInfo.class, Map.of("getResourceClass", resource, "getResourceMethod", found));
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, call, arguments) -> answers.get(call.getName())));
    }
}
