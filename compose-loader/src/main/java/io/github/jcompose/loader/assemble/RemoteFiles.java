package io.github.jcompose.loader.assemble;

import io.github.jcompose.loader.problem.Location;
import io.github.jcompose.loader.remote.RemoteException;
import io.github.jcompose.loader.remote.RemoteFile;
import io.github.jcompose.loader.remote.RemoteResources;
import io.github.jcompose.loader.tree.Confinement;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The remote files of one load. */
public final class RemoteFiles {
    private static final String OFF = "remote files are off";
    private static final String HINT =
            "git repositories and registries are only asked by a loader built with remote(…)";
    private final RemoteResources resources;
    private final Problems problems;
    private final Map<String, RemoteFile> fetched = new HashMap<>();
    private final Map<Path, String> references = new LinkedHashMap<>();
    /** Where values with variables stand in remote files. */
    private final Set<Location> templated = new HashSet<>();

    /**
     * @param resources what fetches them
     */
    public RemoteFiles(RemoteResources resources, Problems problems) {
        this.resources = resources;
        this.problems = problems;
    }

    /** {@return whether this is no path on this machine} */
    public boolean isRemote(String reference) {
        return resources.accepts(reference) || RemoteResources.isRemote(reference);
    }

    /** {@return whether a load has remote files} */
    public boolean any() {
        return !references.isEmpty();
    }

    /**
     * {@return a file that the user names}
     *
     * @param granted a folder that the file may name besides its own; null if there is none
     * @throws io.github.jcompose.loader.problem.ComposeFileException if it cannot be had
     */
    public LocatedFile fetch(String reference, @Nullable Path granted) {
        Location location = Location.ofFile(RemoteResources.shown(reference));
        if (!resources.accepts(reference)) {
            throw problems.fail(location, "", OFF, HINT);
        }
        try {
            return located(reference, granted);
        } catch (RemoteException e) {
            throw problems.fail(location, "", String.valueOf(e.getMessage()), null);
        }
    }

    /** {@return a file that another one names; null if it cannot be had, which is noted} */
    @Nullable
    LocatedFile fetch(String reference, @Nullable Path granted, Node at, TreePath path) {
        if (!resources.accepts(reference)) {
            problems.error(at, path, OFF + ": " + RemoteResources.shown(reference), HINT);
            return null;
        }
        if (at.source().confinement() != null && templated.contains(at.location())) {
            // Whoever serves the address would learn the variable.
            problems.error(at, path, "a remote file must not make the address of another one of variables");
            return null;
        }
        try {
            return located(reference, granted);
        } catch (RemoteException e) {
            problems.error(at, path, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private LocatedFile located(String reference, @Nullable Path granted) {
        RemoteFile file = fetched.get(reference);
        if (file == null) {
            file = resources.fetch(reference);
            fetched.put(reference, file);
            references.put(file.root(), RemoteResources.shown(reference));
        }
        List<Path> folders = new ArrayList<>(List.of(file.root()));
        if (granted != null) {
            folders.add(real(granted));
        }
        return new LocatedFile(file.file(), new Confinement(RemoteResources.shown(reference), folders));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** {@return the name of a file in messages; null for one that is not remote} */
    @Nullable
    String nameOf(Path path) {
        for (Map.Entry<Path, String> entry : references.entrySet()) {
            if (path.startsWith(entry.getKey())) {
                boolean main =
                        fetched.values().stream().anyMatch(file -> file.file().equals(path));
                return main
                        ? entry.getValue()
                        : entry.getValue() + " (" + entry.getKey().relativize(path) + ")";
            }
        }
        return null;
    }

    /** {@return whether the file that names the path may do so; if not, that is noted} */
    boolean isAllowed(Path target, Node at, TreePath path) {
        Confinement confinement = at.source().confinement();
        if (confinement == null || confinement.holds(target)) {
            return true;
        }
        problems.error(at, path, confinement.refusal(target.toString()));
        return false;
    }

    /** Remembers where a remote document has variables, before they are substituted. */
    void remember(Node node) {
        if (node instanceof MappingNode mapping) {
            mapping.entries().forEach(entry -> remember(entry.value()));
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(this::remember);
        } else if (node instanceof ScalarNode scalar && scalar.text().indexOf('$') >= 0) {
            templated.add(scalar.location());
        }
    }
}
