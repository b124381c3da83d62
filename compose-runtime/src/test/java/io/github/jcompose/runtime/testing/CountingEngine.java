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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands before an engine and notes each call that goes to it. */
public final class CountingEngine {
    private static final Set<Class<?>> PARTS =
            Set.of(Containers.class, Execs.class, Networks.class, Volumes.class, Images.class);

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final Engine engine;

    /** Stands before that engine. */
    public CountingEngine(Engine engine) {
        this.engine = before(Engine.class, engine);
    }

    /** {@return the engine to use} */
    public Engine engine() {
        return engine;
    }

    /** {@return the calls so far, such as {@code Containers.list}, and forgets them; what was asked once is left out} */
    public List<String> calls() {
        List<String> all = List.copyOf(calls);
        calls.clear();
        return all;
    }

    private <T> T before(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                CountingEngine.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments)));
    }

    private @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            Object result = method.invoke(target, arguments);
            if (PARTS.contains(method.getReturnType())) {
                return part(method.getReturnType(), result);
            }
            if (!method.getName().equals("info")) {
                calls.add(method.getDeclaringClass().getSimpleName() + "." + method.getName());
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private <T> T part(Class<T> type, @Nullable Object result) {
        return before(type, type.cast(Objects.requireNonNull(result)));
    }
}
