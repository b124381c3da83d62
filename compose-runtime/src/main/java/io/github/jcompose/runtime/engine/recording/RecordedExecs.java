package io.github.jcompose.runtime.engine.recording;

import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.ExecState;
import io.github.jcompose.runtime.engine.Execs;
import io.github.jcompose.runtime.engine.JsonObject;
import java.util.Map;

/** Processes in pretended containers; all of them end at once and well. */
final class RecordedExecs implements Execs {
    private final World world;

    RecordedExecs(World world) {
        this.world = world;
    }

    @Override
    public String create(String containerId, Map<String, ?> body) {
        synchronized (world) {
            String name =
                    new JsonObject(world.container(containerId)).string("Name").substring(1);
            world.call("exec in container " + name + " "
                    + String.join(" ", JsonObject.of(body).strings("Cmd")));
            return world.newId();
        }
    }

    @Override
    public Attachment start(String id, boolean tty) {
        return new NoFrames();
    }

    @Override
    public void startDetached(String id, boolean tty) {
        // It has ended already.
    }

    @Override
    public ExecState inspect(String id) {
        return new ExecState(false, 0, 0);
    }

    @Override
    public void resize(String id, int rows, int columns) {
        // There is no terminal.
    }
}
