package io.github.jcompose.kubernetes.manifest;

import io.github.jcompose.model.ComposeException;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a project that cannot be converted; it holds everything that was found. */
public final class ConversionException extends ComposeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // The list is unmodifiable and serializable; its elements stay in the process.
    private final List<Finding> findings;

    /**
     * @param findings at least one
     */
    public ConversionException(List<Finding> findings) {
        super(findings.stream().map(Finding::render).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** {@return what is wrong} */
    public List<Finding> findings() {
        return findings;
    }
}
