package io.github.jcompose.runtime.testing;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.client.Engines;
import io.github.jcompose.runtime.engine.host.HostOptions;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Connects to the engine once for all tests, and cleans up after each of them. */
final class EngineExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(EngineExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        try {
            engine(context).info();
        } catch (ComposeException e) {
            String message = "needs an engine: " + e.getMessage();
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(message, e);
            }
            Assumptions.abort(message);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Engine.class || type == EngineScope.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == Engine.class) {
            return engine(context);
        }
        // JUnit closes it together with the test.
        return context.getStore(NAMESPACE)
                .computeIfAbsent(EngineScope.class, key -> new EngineScope(engine(context)), EngineScope.class);
    }

    private static Engine engine(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Engine.class, key -> Engines.connect(HostOptions.of(System.getenv())), Engine.class);
    }
}
