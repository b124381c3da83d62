package io.github.jcompose.loader.project;

import io.github.jcompose.loader.assemble.LoadedFile;
import io.github.jcompose.loader.discover.Inputs;
import io.github.jcompose.loader.discover.LoadRequest;
import io.github.jcompose.loader.resolve.Interpolator;
import io.github.jcompose.loader.syntax.ProjectName;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.loader.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name of a project: asked for, else from the environment, else from a file, else from the folder. */
final class ProjectNaming {
    private static final String NAME = "name";
    private final LoadRequest request;
    private final Inputs inputs;
    private final boolean interpolate;
    private final Problems problems;

    ProjectNaming(LoadRequest request, Inputs inputs, boolean interpolate, Problems problems) {
        this.request = request;
        this.inputs = inputs;
        this.interpolate = interpolate;
        this.problems = problems;
    }

    String name(List<LoadedFile> files) {
        String asked = request.projectName();
        String given = asked == null || asked.isEmpty() ? inputs.environment().get("COMPOSE_PROJECT_NAME") : asked;
        if (given != null && !given.isEmpty()) {
            return valid(given);
        }
        ScalarNode written = written(files);
        if (written != null) {
            String name = ProjectName.normalize(written.text());
            if (name.isEmpty()) {
                problems.error(written, TreePath.ROOT.key(NAME), "the project name is empty");
            }
            return name;
        }
        Path folder = inputs.projectDirectory().getFileName();
        String name = ProjectName.normalize(folder == null ? "" : folder.toString());
        if (name.isEmpty()) {
            String message = "no project name can be made of the folder '" + folder + "'";
            problems.error(null, "", message, "set 'name' at the top of the file, or COMPOSE_PROJECT_NAME");
        }
        if (folder != null && isLink(inputs.projectDirectory(), folder)) {
            String message =
                    "project has been loaded without an explicit name from a symlink. Using name \"" + name + '"';
            problems.warning(null, TreePath.ROOT, message);
        }
        return name;
    }

    /** {@return whether the folder has another name where its link leads} */
    private static boolean isLink(Path directory, Path name) {
        try {
            return !name.equals(directory.toRealPath().getFileName());
        } catch (IOException e) {
            // A folder that does not exist is no link.
            return false;
        }
    }

    private String valid(String name) {
        if (!name.equals(ProjectName.normalize(name))) {
            String message = "invalid project name \"" + name + "\": must consist only of lowercase alphanumeric"
                    + " characters, hyphens, and underscores as well as start with a letter or number";
            throw problems.fail(null, "", message, null);
        }
        return name;
    }

    /** {@return the last name that a file gives, with its variables substituted; null if none does} */
    private @Nullable ScalarNode written(List<LoadedFile> files) {
        ScalarNode last = null;
        for (LoadedFile file : files) {
            for (YamlReader.Document document : file.documents()) {
                if (document.root() instanceof MappingNode mapping
                        && mapping.get(NAME) instanceof ScalarNode scalar
                        && !scalar.text().isEmpty()) {
                    last = scalar;
                }
            }
        }
        return last == null || !interpolate ? last : substituted(last);
    }

    private ScalarNode substituted(ScalarNode name) {
        MappingNode wrapper = MappingNode.at(name);
        wrapper.put(new Entry(NAME, name, name.copy()));
        new Interpolator(inputs.environment(), problems).apply(wrapper, null, TreePath.ROOT);
        Node result = wrapper.get(NAME);
        return result instanceof ScalarNode scalar ? scalar : name;
    }
}
