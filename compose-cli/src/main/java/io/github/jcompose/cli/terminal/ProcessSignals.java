package io.github.jcompose.cli.terminal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The signals of this process. Java has no public way to hear of the second Ctrl-C, so this uses the JDK's internal
 * one, and does without where that is missing.
 */
public final class ProcessSignals implements Signals {
    private static final List<String> NAMES = List.of("INT", "TERM");

    @Override
    public void onInterrupt(Runnable handler) {
        List<Runnable> caught = new ArrayList<>();
        for (String name : NAMES) {
            caught(name, any -> handler.run(), caught);
        }
        if (caught.size() < NAMES.size()) {
            Runtime.getRuntime().addShutdownHook(new Thread(handler, "interrupt"));
        }
    }

    @Override
    public Subscription listen(List<String> names, Consumer<String> handler) {
        List<Runnable> undo = new ArrayList<>();
        for (String name : names) {
            caught(name, handler, undo);
        }
        return () -> undo.forEach(Runnable::run);
    }

    /**
     * Catches a signal if that can be done; the JVM keeps some for itself.
     *
     * @param undo gets what puts the former handler back
     */
    private static void caught(String name, Consumer<String> handler, List<Runnable> undo) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Method handle = type.getMethod("handle", type, handlerType);
            Object signal = type.getConstructor(String.class).newInstance(name);
            Object proxy = Proxy.newProxyInstance(
                    handlerType.getClassLoader(), new Class<?>[] {handlerType}, calling(() -> handler.accept(name)));
            Object former = handle.invoke(null, signal, proxy);
            undo.add(() -> {
                try {
                    handle.invoke(null, signal, former);
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException(e);
                }
            });
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // Then the signal does what it always does.
        }
    }

    private static InvocationHandler calling(Runnable handler) {
        return (proxy, method, arguments) -> switch (method.getName()) {
            case "handle" -> {
                handler.run();
                yield null;
            }
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
            default -> "interrupt handler";
        };
    }
}
