package io.github.jcompose.loader.remote;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the git that is installed: never through a shell, never asking the user, over known protocols only. */
final class GitCommand {
    private static final int LONGEST_OUTPUT = 1 << 20;
    private static final List<String> OPTIONS = List.of(
            "-c", "core.hooksPath=" + (File.separatorChar == '/' ? "/dev/null" : "NUL"),
            "-c", "core.fsmonitor=false",
            "-c", "core.autocrlf=false",
            "-c", "core.symlinks=true",
            "-c", "advice.detachedHead=false",
            "-c", "gc.auto=0");
    /** Variables that would point git at another repository than the one meant. */
    private static final List<String> UNWANTED = List.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_NAMESPACE",
            "GIT_COMMON_DIR",
            "GIT_PREFIX");

    private final Duration timeout;
    private final boolean fileProtocol;

    GitCommand(Duration timeout, boolean fileProtocol) {
        this.timeout = timeout;
        this.fileProtocol = fileProtocol;
    }

    /**
     * {@return what the command wrote}
     *
     * @param what what it is for, in messages
     * @throws RemoteException if it fails, takes too long, or there is no git
     */
    String run(Path folder, String what, List<String> arguments) {
        try {
            Path scratch = Files.createTempDirectory("jcompose-git");
            try {
                return run(folder, what, arguments, scratch.resolve("output"), scratch.resolve("errors"));
            } finally {
                Cache.delete(scratch);
            }
        } catch (IOException e) {
            throw new RemoteException("cannot run git, which remote repositories need: " + e.getMessage(), e);
        }
    }

    private String run(Path folder, String what, List<String> arguments, Path output, Path errors) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(OPTIONS);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        environment(builder.environment());
        int status = await(builder.start(), what);
        if (status != 0) {
            String reason = read(errors).strip();
            throw new RemoteException(
                    "cannot " + what + ": " + (reason.isEmpty() ? "git ended with status " + status : reason));
        }
        return read(output);
    }

    private void environment(Map<String, String> environment) {
        UNWANTED.forEach(environment::remove);
        environment.put("GIT_ALLOW_PROTOCOL", fileProtocol ? "https:http:ssh:git:file" : "https:http:ssh:git");
        environment.putIfAbsent("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_LFS_SKIP_SMUDGE", "1");
        environment.put("LC_ALL", "C");
        if (!environment.containsKey("GIT_SSH") && !environment.containsKey("GIT_SSH_COMMAND")) {
            environment.put("GIT_SSH_COMMAND", "ssh -o BatchMode=yes");
        }
    }

    private int await(Process process, String what) {
        try {
            if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new RemoteException("cannot " + what + ": no answer within " + timeout.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteException("cannot " + what + ": interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static File nothing() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }

    private static String read(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            return new String(input.readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8);
        }
    }
}
