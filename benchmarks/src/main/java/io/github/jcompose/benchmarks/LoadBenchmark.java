package io.github.jcompose.benchmarks;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.loader.output.ProjectWriter;
import io.github.jcompose.model.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Loads and writes generated files, warm, in a heap of 512 MB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@SuppressWarnings("NullAway.Init")
public class LoadBenchmark {
    /** How many services the file has. */
    @Param({"100", "1000", "10000"})
    int services;

    private Path file;
    private Project project;

    /** Writes the file. */
    @Setup(Level.Trial)
    public void writeFile() throws IOException {
        file = Files.createTempDirectory("generated").resolve("compose.yaml");
        Files.writeString(file, ComposeFileGenerator.composeFile(services));
        project = load();
    }

    /** Deletes the file. */
    @TearDown(Level.Trial)
    public void deleteFile() throws IOException {
        Files.delete(file);
        Files.delete(file.getParent());
    }

    /** Loads the file. */
    @Benchmark
    public Project load() {
        return ComposeLoader.builder().files(List.of(file.toString())).build().load();
    }

    /** Writes the project as YAML. */
    @Benchmark
    public String yaml() {
        return ProjectWriter.yaml(project);
    }
}
