package io.github.jcompose.junit;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** Which environments a test class asks for, and those that run, which JUnit's store holds. */
final class Environments {
    private static final Namespace NAMESPACE = Namespace.create(ComposeExtension.class);

    private final @Nullable Settings own;
    private final AtomicReference<@Nullable StartedEnvironment> latest = new AtomicReference<>();

    /** Those of an extension that was built with these settings; null for those of annotations. */
    Environments(@Nullable Settings own) {
        this.own = own;
    }

    Environment latest() {
        StartedEnvironment started = latest.get();
        if (started == null) {
            throw new ComposeException("no environment runs yet: it is started before the first test of the class");
        }
        return started.environment();
    }

    void startForClass(ExtensionContext context) {
        ofClass(context).filter(settings -> settings.sharing() != Sharing.TEST).ifPresent(s -> start(context, s));
        if (own == null) {
            EnvironmentField.of(context.getRequiredTestClass(), true)
                    .forEach(field ->
                            field.set(null, start(context, field.settings()).environment()));
        }
    }

    void startForTest(ExtensionContext context) {
        ofClass(context).ifPresent(settings -> start(context, settings));
        if (own == null) {
            context.getRequiredTestInstances()
                    .getAllInstances()
                    .forEach(instance -> EnvironmentField.of(instance.getClass(), false)
                            .forEach(field -> field.set(
                                    instance, start(context, field.settings()).environment())));
        }
    }

    /** {@return the settings that hold for the class as a whole} */
    private Optional<Settings> ofClass(ExtensionContext context) {
        if (own != null) {
            return Optional.of(own);
        }
        for (Class<?> type = context.getTestClass().orElse(null); type != null; type = type.getEnclosingClass()) {
            Optional<ComposeEnvironment> annotation = AnnotationSupport.findAnnotation(type, ComposeEnvironment.class);
            if (annotation.isPresent()) {
                return annotation.map(given -> Settings.of(given, given));
            }
        }
        return Optional.empty();
    }

    /** A store gives what it or one above it holds: nested classes and tests find the environment of their class. */
    @SuppressWarnings("deprecation") // The new name came with JUnit 6, the old one is in 5 and 6.
    private StartedEnvironment start(ExtensionContext context, Settings settings) {
        ExtensionContext holder = settings.sharing() == Sharing.RUN ? context.getRoot() : context;
        StartedEnvironment started = Objects.requireNonNull(holder.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        settings.key(), key -> StartedEnvironment.start(settings), StartedEnvironment.class));
        latest.set(started);
        return started;
    }

    private static Optional<StartedEnvironment> started(ExtensionContext context, Settings settings) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(settings.key(), StartedEnvironment.class));
    }

    /** {@return the environment that parameters mean} */
    Environment forParameter(ExtensionContext context) {
        Settings settings = ofClass(context).orElseGet(() -> onlyField(context));
        Optional<StartedEnvironment> started = started(context, settings);
        if (started.isEmpty()
                && settings.sharing() == Sharing.TEST
                && context.getTestMethod().isEmpty()) {
            throw new ComposeException(
                    "each test has its own environment: take it in a test method, or in @BeforeEach");
        }
        return started.orElseGet(() -> start(context, settings)).environment();
    }

    private static Settings onlyField(ExtensionContext context) {
        List<EnvironmentField> fields =
                EnvironmentField.seenFrom(context.getTestClass().orElse(null));
        if (fields.isEmpty()) {
            throw new ComposeException("no environment runs: put @ComposeEnvironment on the test class");
        } else if (fields.size() > 1) {
            throw new ComposeException(
                    "the parameter may mean any of " + fields.size() + " environments; use the fields "
                            + fields.stream().map(EnvironmentField::name).collect(Collectors.joining(", ")));
        }
        return fields.get(0).settings();
    }

    /** Gives all that run for a test, or for the class. */
    void forEachRunning(ExtensionContext context, BiConsumer<StartedEnvironment, Settings> action) {
        List<Settings> all = new ArrayList<>();
        ofClass(context).ifPresent(all::add);
        if (own == null) {
            EnvironmentField.seenFrom(context.getTestClass().orElse(null)).forEach(field -> all.add(field.settings()));
        }
        all.forEach(settings -> started(context, settings).ifPresent(started -> action.accept(started, settings)));
    }
}
