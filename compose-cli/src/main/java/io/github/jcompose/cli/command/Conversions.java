package io.github.jcompose.cli.command;

import io.github.jcompose.kubernetes.Manifests;
import io.github.jcompose.kubernetes.manifest.ConversionException;
import io.github.jcompose.kubernetes.manifest.Finding;
import io.github.jcompose.loader.LocatedProject;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.problem.Problem;
import java.util.List;

/** Projects as Kubernetes objects, with warnings and errors that point at the text. */
final class Conversions {
    private Conversions() {}

    /**
     * {@return the objects of the project; warnings are shown}
     *
     * @throws ComposeFileException if it cannot be loaded or converted
     */
    static Manifests of(Invocation call) {
        LocatedProject located = call.loader(List.of()).build().loadLocated();
        Manifests manifests;
        try {
            manifests = Manifests.of(located.project(), located.fileVariables());
        } catch (ConversionException e) {
            throw new ComposeFileException(e.findings().stream()
                    .map(finding -> problem(located, finding))
                    .toList());
        }
        for (Finding warning : manifests.warnings()) {
            call.view().warn(problem(located, warning).render());
        }
        return manifests;
    }

    private static Problem problem(LocatedProject located, Finding finding) {
        return located.problem(finding.path(), finding.message(), finding.hint());
    }
}
