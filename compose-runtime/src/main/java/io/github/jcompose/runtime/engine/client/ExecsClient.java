package io.github.jcompose.runtime.engine.client;

import static io.github.jcompose.runtime.engine.client.Paths.container;
import static io.github.jcompose.runtime.engine.client.Paths.get;
import static io.github.jcompose.runtime.engine.client.Paths.post;

import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.ExecState;
import io.github.jcompose.runtime.engine.Execs;
import io.github.jcompose.runtime.engine.JsonObject;
import java.util.Map;

/** The processes in containers over HTTP. */
final class ExecsClient implements Execs {
    private final Session session;

    ExecsClient(Session session) {
        this.session = session;
    }

    @Override
    public String create(String containerId, Map<String, ?> body) {
        return session.object(post(container(containerId, "/exec")).json(body)).string("Id");
    }

    @Override
    public Attachment start(String id, boolean tty) {
        return new HijackedStream(
                session, post("/exec/" + id + "/start").json(Map.of("Detach", false, "Tty", tty)), tty);
    }

    @Override
    public void startDetached(String id, boolean tty) {
        session.call(post("/exec/" + id + "/start").json(Map.of("Detach", true, "Tty", tty)));
    }

    @Override
    public ExecState inspect(String id) {
        JsonObject state = session.object(get("/exec/" + id + "/json"));
        return new ExecState(state.bool("Running"), (int) state.number("ExitCode"), (int) state.number("Pid"));
    }

    @Override
    public void resize(String id, int rows, int columns) {
        session.call(post("/exec/" + id + "/resize").query("h", rows).query("w", columns));
    }
}
