package io.rapport.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.access.AgentCard;
import io.rapport.access.Problem;
import io.rapport.access.Role;
import io.rapport.access.Scopes;
import io.rapport.events.TimeOrderedId;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

        @RolesAllowed({"administrator", "contacts:read", "contacts:write"})
        public void contact() {}
    }

    private String verb = "GET";
    private String header;
    private Role signedInAs;
    private Set<String> scopes;
    private RuntimeException failure;
    private final List<String> counted = new ArrayList<>();

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
    void aTokenNeedsEveryScopeThatTheMethodNames() {
        verb = "PATCH";
        scopes = Set.of("contacts:read", "contacts:write", "rules:read");
        assertThat(statusOf(Undeclared.class, "contact")).isEqualTo(ADMITTED);

        scopes = Set.of("contacts:write");
        Problem problem = catchThrowableOfType(Problem.class, () -> filter(Undeclared.class, "contact"));
        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.detail()).contains("contacts:read").doesNotContain("contacts:write");
        assertThat(problem.challenge()).contains("Bearer error=\"insufficient_scope\", scope=\"contacts:read\"");
    }

    @Test
    void aMethodWithoutAScopeIsForNoTokenWhateverItsScopes() {
        scopes = Set.copyOf(Scopes.ALL);

        assertThat(statusOf(Undeclared.class, "anybodyOfTheTeam")).isEqualTo(403);
        assertThat(statusOf(Undeclared.class, "administration")).isEqualTo(403);
        assertThat(statusOf(Undeclared.class, "bare")).isEqualTo(403);
    }

    @Test
    void whatEverybodyMayDoATokenDoesNotExcuseFromTheHeader() {
        verb = "POST";
        scopes = Set.copyOf(Scopes.ALL);

        assertThat(statusOf(Declared.class, "open")).isEqualTo(403);
    }

    @Test
    void aWorthlessTokenIsCountedByItsAddressAndNothingElseIs() {
        failure = Problem.tokenInvalid();
        assertThat(statusOf(Undeclared.class, "contact")).isEqualTo(401);
        assertThat(statusOf(Declared.class, "open")).isEqualTo(ADMITTED);
        failure = Problem.unavailable(java.time.Duration.ofSeconds(2));
        assertThat(statusOf(Undeclared.class, "contact")).isEqualTo(503);

        assertThat(counted).containsExactly("192.0.2.1");
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
            filter(resource, method);
            return ADMITTED;
        } catch (Problem problem) {
            return problem.status();
        }
    }

    private void filter(Class<?> resource, String method) {
        AccessFilter filter = new AccessFilter();
        filter.servletRequest = fake(HttpServletRequest.class, Map.of("getRemoteAddr", "192.0.2.1"));
        filter.throttle = new SignInThrottle() {
            @Override
            void wrongToken(String address) {
                counted.add(address);
            }
        };
        filter.caller = new RequestCaller(servletRequest());
        filter.resource = resourceInfo(resource, method);
        filter.filter(fake(
                ContainerRequestContext.class,
                Map.of("getMethod", verb, "getHeaderString", header == null ? "" : header)));
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
            RequestCaller.note(request, failure);
        } else if (scopes != null) {
            RequestCaller.note(request, new ApiToken(TimeOrderedId.next(), "Shop", scopes));
        } else if (signedInAs != null) {
            RequestCaller.note(
                    request, new AgentCard(TimeOrderedId.next(), "Mai", "mai@example.org", signedInAs, true));
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
