package io.github.jcompose.loader.robustness;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.loader.problem.ComposeFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes a folder of files from a seed and loads it. */
final class LoadFuzzer {
    private static final List<String> FILES =
            List.of("compose.yaml", "compose.override.yaml", "base.yaml", "part.yaml", "some.env", ".env");
    private final Path folder;

    LoadFuzzer(Path folder) {
        this.folder = folder;
    }

    /** Loads what the seed gives, and returns normally whatever a load is allowed to do. */
    void run(long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, byte[]> files = files(random);
        for (String file : FILES) {
            byte[] content = files.get(file);
            if (content == null) {
                Files.deleteIfExists(folder.resolve(file));
            } else {
                Files.write(folder.resolve(file), content);
            }
        }
        ComposeLoader.Builder loader = ComposeLoader.builder()
                .workingDirectory(folder)
                .environment(Map.of("A", "a", "B", "1"))
                .normalize(random.nextInt(4) > 0)
                .interpolate(random.nextInt(4) > 0)
                .resolvePaths(random.nextInt(4) > 0)
                .checkConsistency(random.nextInt(4) > 0)
                .profiles(random.nextBoolean() ? List.of("*") : List.of());
        try {
            if (random.nextInt(4) == 0) {
                loader.build().loadTree();
            } else {
                loader.build().load();
            }
        } catch (ComposeFileException e) {
            if (e.problems().isEmpty()) {
                throw new AssertionError("an exception that says nothing", e);
            }
        }
    }

    private static Map<String, byte[]> files(Random random) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int kind = random.nextInt(10);
        if (kind == 0) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            files.put("compose.yaml", bytes);
            return files;
        }
        boolean generated = kind < 7;
        SchemaGenerator generator = new SchemaGenerator(random);
        TextMutator mutator = new TextMutator(random);
        for (String file : FILES) {
            if (file.endsWith(".env")) {
                files.put(
                        file,
                        random.nextInt(5) > 0 ? Seeds.ENV.getBytes(StandardCharsets.UTF_8) : mutator.mutate(Seeds.ENV));
            } else if (file.equals("compose.yaml") || random.nextBoolean()) {
                String text = generated ? generator.file() : Seeds.COMPOSE.get(random.nextInt(Seeds.COMPOSE.size()));
                files.put(file, generated ? text.getBytes(StandardCharsets.UTF_8) : mutator.mutate(text));
            }
        }
        return files;
    }
}
