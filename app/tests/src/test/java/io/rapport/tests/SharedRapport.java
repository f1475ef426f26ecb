package io.rapport.tests;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One launched product for all classes that name it; started by the first, stopped after the last. */
final class SharedRapport implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedRapport.class))
                .getOrComputeIfAbsent("rapport", key -> start(), LaunchedRapport.class)
                .running();
    }

    private static LaunchedRapport start() {
        try {
            return LaunchedRapport.start(TestFolder.empty("shared"), Map.of());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
