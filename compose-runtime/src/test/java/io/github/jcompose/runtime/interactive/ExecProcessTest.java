package io.github.jcompose.runtime.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.ExecState;
import io.github.jcompose.runtime.engine.Execs;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExecProcessTest {
    private static final ExecState RUNNING = new ExecState(true, 0, 7);

    private boolean ended;

    /** {@return an engine that knows one process, and hears of nothing in all the time that it listens} */
    private Engine engine() {
        Execs execs = (Execs) Proxy.newProxyInstance(
                Execs.class.getClassLoader(),
                new Class<?>[] {Execs.class},
                (proxy, method, arguments) -> ended ? new ExecState(false, 3, 0) : RUNNING);
        MessageStream<EngineEvent> events = new MessageStream<>() {
            @Override
            public @Nullable EngineEvent next() {
                return null;
            }

            @Override
            public void close() {}
        };
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (proxy, method, arguments) -> method.getName().equals("execs") ? execs : events);
    }

    private static ExecProcess process(Engine engine) {
        return new ExecProcess(engine, "container", Map.of(), false, false);
    }

    @Test
    void hasTheExitCodeOfOneThatHasEnded() {
        ended = true;

        assertThat(process(engine()).await()).isEqualTo(3);
    }

    @Test
    void hasNoExitCodeAsLongAsItRuns() {
        ExecProcess process = process(engine());

        assertThatThrownBy(process::await).isInstanceOf(EngineConnectionLostException.class);
    }

    @Test
    void hasNoExitCodeOnceTheUserHasLeft() {
        ExecProcess process = process(engine());
        process.close();

        assertThatThrownBy(process::await).isInstanceOf(EngineConnectionLostException.class);
    }
}
