package io.github.jcompose.runtime.engine;

import java.util.Map;

/** The processes in containers besides their main ones. */
public interface Execs {
    /** {@return the id of a new process, not started ({@code POST /containers/{id}/exec})} */
    String create(String containerId, Map<String, ?> body);

    /**
     * {@return its input and output after its start ({@code POST /exec/{id}/start})}
     *
     * @param tty as it was created
     */
    Attachment start(String id, boolean tty);

    /** Starts it without any connection to it ({@code POST /exec/{id}/start}). */
    void startDetached(String id, boolean tty);

    /** {@return its state ({@code GET /exec/{id}/json})} */
    ExecState inspect(String id);

    /** Sets the size of its terminal ({@code POST /exec/{id}/resize}). */
    void resize(String id, int rows, int columns);
}
