package io.github.jcompose.runtime.testing;

import io.github.jcompose.runtime.engine.Containers;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Execs;
import io.github.jcompose.runtime.engine.Images;
import io.github.jcompose.runtime.engine.Networks;
import io.github.jcompose.runtime.engine.Volumes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a real engine, and dies as a process does that is killed: so many calls that change something take
 * effect, all later calls fail.
 */
public final class FaultyEngine {
    private static final Set<String> READING = Set.of(
            "list",
            "inspect",
            "find",
            "info",
            "version",
            "events",
            "logs",
            "stats",
            "top",
            "stat",
            "waitFor",
            "digest",
            "copyFrom",
            "export",
            "close");
    private static final Set<Class<?>> PARTS =
            Set.of(Containers.class, Execs.class, Networks.class, Volumes.class, Images.class);

    private final AtomicInteger left;

    private FaultyEngine(int calls) {
        left = new AtomicInteger(calls);
    }

    /** Thrown by each call after the death. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Killed(String call) {
            super("killed before " + call);
        }
    }

    /** {@return the engine, until so many calls have changed something} */
    public static Engine dyingAfter(int calls, Engine engine) {
        return new FaultyEngine(calls).before(Engine.class, engine);
    }

    private <T> T before(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                FaultyEngine.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments)));
    }

    private @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        boolean changes = !READING.contains(method.getName()) && !PARTS.contains(method.getReturnType());
        int before = changes ? left.getAndDecrement() : left.get() + 1;
        if (before <= 0) {
            throw new Killed(name);
        }
        try {
            Object result = method.invoke(target, arguments);
            return PARTS.contains(method.getReturnType()) ? part(method.getReturnType(), result) : result;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private <T> T part(Class<T> type, @Nullable Object result) {
        return before(type, type.cast(Objects.requireNonNull(result)));
    }
}
