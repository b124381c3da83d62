package io.github.jcompose.loader.remote;

import io.github.jcompose.model.failure.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Trees of git repositories, by commit. */
final class GitTrees implements RemoteResources {
    private static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

    private final Cache cache;
    private final GitCommand git;
    private final boolean fileProtocol;

    GitTrees(Cache cache, GitCommand git, boolean fileProtocol) {
        this.cache = cache;
        this.git = git;
        this.fileProtocol = fileProtocol;
    }

    @Override
    public boolean accepts(String reference) {
        return GitReference.accepts(reference, fileProtocol);
    }

    @Override
    public RemoteFile fetch(String text) {
        GitReference reference = GitReference.parse(text);
        String commit = GitReference.isCommit(reference.ref()) ? reference.ref() : resolve(reference);
        if (reference.checksum() != null && !commit.startsWith(reference.checksum())) {
            throw new RemoteException(reference.ref() + " of " + reference.shown() + " is commit " + commit + ", not "
                    + reference.checksum());
        }
        Path tree = cache.put("git", commit, folder -> checkOut(reference, commit, folder));
        return new RemoteFile(tree, composeFile(tree, reference));
    }

    /** {@return the commit that a branch or tag stands for} */
    private String resolve(GitReference reference) {
        String ref = reference.ref();
        String found = git.run(
                Path.of("").toAbsolutePath(),
                "find " + ref + " in " + reference.shown(),
                List.of("ls-remote", "--", reference.url(), ref, ref + "^{}"));
        Map<String, String> commits = new TreeMap<>();
        found.lines()
                .map(line -> line.split("\t", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> commits.put(pair[1], pair[0]));
        // git matches the ends of names as well: "main" finds "refs/heads/old/main".
        List<String> candidates =
                List.of(ref + "^{}", ref, "refs/heads/" + ref, "refs/tags/" + ref + "^{}", "refs/tags/" + ref);
        for (String candidate : candidates) {
            String commit = commits.get(candidate);
            if (commit != null && GitReference.isCommit(commit)) {
                return commit;
            }
        }
        throw new RemoteException("no branch or tag '" + ref + "' in " + reference.shown());
    }

    private void checkOut(GitReference reference, String commit, Path folder) throws IOException {
        String what = "fetch " + reference.ref() + " of " + reference.shown();
        List<String> init = new ArrayList<>(List.of("init", "--quiet", "--template="));
        if (commit.length() == 64) {
            init.add("--object-format=sha256");
        }
        git.run(folder, what, init);
        fetch(reference, commit, folder, what);
        git.run(folder, what, List.of("checkout", "--quiet", "--detach", commit));
        Cache.delete(folder.resolve(".git"));
    }

    private void fetch(GitReference reference, String commit, Path folder, String what) {
        List<String> fetch = List.of("fetch", "--quiet", "--no-tags", "--depth=1", "--", reference.url());
        try {
            git.run(folder, what, with(fetch, commit));
        } catch (RemoteException e) {
            if (GitReference.isCommit(reference.ref())) {
                throw e;
            }
            // A server may refuse to be asked for a commit by its id.
            git.run(folder, what, with(fetch, reference.ref()));
        }
    }

    private static List<String> with(List<String> command, String argument) {
        List<String> all = new ArrayList<>(command);
        all.add(argument);
        return all;
    }

    private static Path composeFile(Path tree, GitReference reference) {
        Path named = tree.resolve("./" + reference.path()).normalize();
        if (!named.startsWith(tree)) {
            throw new RemoteException("'" + reference.path() + "' is outside of the repository " + reference.shown());
        }
        Path file = Files.isDirectory(named) ? inFolder(named) : named;
        if (file == null || !Files.isRegularFile(file)) {
            String where = reference.path().isEmpty() ? "" : "'" + reference.path() + "' of ";
            throw new RemoteException("no compose file in " + where + reference.shown() + " at " + reference.ref());
        }
        try {
            if (!file.toRealPath().startsWith(tree)) {
                throw new RemoteException(
                        "'" + reference.path() + "' leads out of the repository " + reference.shown());
            }
        } catch (IOException e) {
            throw new RemoteException("cannot read " + file + ": " + IoReason.of(e), e);
        }
        return file;
    }

    private static @Nullable Path inFolder(Path folder) {
        return NAMES.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }
}
