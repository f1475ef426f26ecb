package io.rapport.server;

import io.rapport.access.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** One call in the API's description: who may make it, how it is answered and refused. */
final class ContractCall {

    private static final String SIGN_IN = "/api/v1/sign-in";
    /** Called before anybody is signed in, or whether or not. */
    private static final Set<String> OPEN =
            Set.of(SIGN_IN, "/api/v1/sign-out", "/api/v1/first-administrator", "/api/v1/password");

    private static final Map<String, String> SUCCESS = Map.of("200", "OK", "201", "Created", "204", "Done");
    private static final String ANY_TYPE = "*/*";

    private final String path;
    private final Operation operation;
    private final APIResponses responses;

    ContractCall(String path, Operation operation) {
        this.path = path;
        this.operation = operation;
        this.responses = operation.getResponses();
    }

    /** Adds to what was drawn from the method. */
    void complete() {
        if (!isOpen()) {
            // Either will do; what a token may not call says so when it is called.
            callers()
                    .forEach(scheme -> operation.addSecurityRequirement(
                            OASFactory.createSecurityRequirement().addScheme(scheme)));
        }
        if (hasBody()) {
            completeBody();
        }
        nameAnswers();
        refuseStrangers();
        refuseInput();
        refuse(APIResponses.DEFAULT, "Anything else that went wrong");
    }

    private List<String> callers() {
        return isForVisitors() ? List.of("visitor") : List.of("token", "signIn");
    }

    private boolean isForVisitors() {
        return path.startsWith("/widget/");
    }

    private boolean isOpen() {
        return OPEN.contains(path) || path.startsWith("/widget/v1/sites/");
    }

    private boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    /** A body that an annotation describes stands beside the one that was drawn from the parameter's type. */
    private void completeBody() {
        operation.getRequestBody().required(true);
        Content content = operation.getRequestBody().getContent();
        MediaType described = content.getMediaType(ANY_TYPE);
        if (described != null && content.getMediaTypes().size() > 1) {
            content.removeMediaType(ANY_TYPE);
            content.getMediaTypes().values().forEach(drawn -> drawn.schema(described.getSchema()));
        }
    }

    /** What a method returns is drawn as the answer to everything; a refusal that it names is a Problem like all others. */
    private void nameAnswers() {
        APIResponse drawn = responses.getDefaultValue();
        if (drawn != null) {
            responses.removeAPIResponse(APIResponses.DEFAULT);
            responses.addAPIResponse("200", drawn.description(null));
        }
        responses.getAPIResponses().forEach((status, answer) -> {
            if (!SUCCESS.containsKey(status)) {
                answer.content(problem());
            } else if (answer.getDescription() == null) {
                answer.description(SUCCESS.get(status));
            }
        });
    }

    private void refuseStrangers() {
        if (!isOpen() || SIGN_IN.equals(path)) {
            refuse("401", "Not signed in, or not with what is worth anything");
        }
        if (!isForVisitors()) {
            refuse("403", "Not with this role, without this scope, or without the header X-Requested-With");
        }
        if (path.contains("{")) {
            refuse("404", "There is no such thing, or none that the caller may see");
        }
        if (isForVisitors() || SIGN_IN.equals(path)) {
            refuse("429", "Too many requests; Retry-After says in how many seconds to come back");
        }
    }

    private void refuseInput() {
        if (hasBody()) {
            refuse("400", "The body is not the JSON that is expected");
            refuse("413", "The body is too large");
            refuse("415", "The body does not say that it is JSON");
        }
        if (hasBody() || parameters().stream().anyMatch(parameter -> parameter.getIn() != Parameter.In.PATH)) {
            refuse("422", "Some fields cannot be accepted: errors names them");
        }
        if (parameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
            refuse("412", "Somebody else has changed it meanwhile");
        }
    }

    private List<Parameter> parameters() {
        return Objects.requireNonNullElse(operation.getParameters(), List.of());
    }

    private void refuse(String status, String why) {
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(
                    status, OASFactory.createAPIResponse().description(why).content(problem()));
        }
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }
}
