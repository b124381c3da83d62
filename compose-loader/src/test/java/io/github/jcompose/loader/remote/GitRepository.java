package io.github.jcompose.loader.remote;

import io.github.jcompose.loader.fixture.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A repository on this machine with a working tree to commit from. */
final class GitRepository {
    private final ProjectFolder tree;

    GitRepository(Path folder) {
        tree = new ProjectFolder(folder);
        tree.file("README", "");
        git("init", "--quiet", "--initial-branch=main");
        git("config", "user.name", "Test");
        git("config", "user.email", "test@example.org");
    }

    static boolean isPossible() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    GitRepository file(String name, String content) {
        tree.file(name, content);
        return this;
    }

    GitRepository link(String name, Path target) {
        tree.link(name, target);
        return this;
    }

    /** {@return the id of the commit of everything that is in the tree} */
    String commit() {
        git("add", "--all");
        git("commit", "--quiet", "--message=change");
        return git("rev-parse", "HEAD").strip();
    }

    /** {@return what git writes} */
    String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(tree.root().toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError(command + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String url() {
        return "file://" + tree.root();
    }
}
