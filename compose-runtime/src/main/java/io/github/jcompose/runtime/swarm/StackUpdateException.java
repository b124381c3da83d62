package io.github.jcompose.runtime.swarm;

import io.github.jcompose.model.ComposeException;
import java.util.List;

/** Thrown when services of a stack do not come to run as they should. */
public final class StackUpdateException extends ComposeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param problems what became of each service, one line each
     */
    public StackUpdateException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
