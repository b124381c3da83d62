package io.github.jcompose.junit;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.Compose;
import java.util.Objects;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Carries out {@link EnabledIfEngineAvailable}; asks once in a run. */
final class EngineCondition implements ExecutionCondition {
    private static final Namespace NAMESPACE = Namespace.create(EngineCondition.class);

    /** Made by JUnit. */
    EngineCondition() {}

    @Override
    @SuppressWarnings("deprecation") // The new name came with JUnit 6, the old one is in 5 and 6.
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Objects.requireNonNull(context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(ConditionEvaluationResult.class, key -> ask(), ConditionEvaluationResult.class));
    }

    private static ConditionEvaluationResult ask() {
        try (Compose compose = Compose.connect()) {
            return ConditionEvaluationResult.enabled(
                    "an engine answers at " + compose.engine().address());
        } catch (ComposeException e) {
            return ConditionEvaluationResult.disabled("no engine answers: " + e.getMessage());
        }
    }
}
