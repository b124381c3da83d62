package io.github.jcompose.runtime.create;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The {@code security_opt} of a service as the engine wants them: with the content of a seccomp file. */
final class SecurityOptions {
    private static final Set<String> BUILT_IN_PROFILES = Set.of("unconfined", "builtin");

    private final ContainerSpec spec;

    SecurityOptions(ContainerSpec spec) {
        this.spec = spec;
    }

    Fields fields() {
        List<String> options = new ArrayList<>();
        boolean systemPaths = false;
        for (String option : spec.service().securityOpt()) {
            String[] parts = option.split("[=:]", 2);
            if (parts.length == 1 && !option.equals("no-new-privileges")) {
                throw invalid(option, "it is not of the form name=value");
            }
            if (parts[0].equals("systempaths") && parts.length == 2 && parts[1].equals("unconfined")) {
                systemPaths = true;
            } else if (parts[0].equals("seccomp") && !BUILT_IN_PROFILES.contains(parts[1])) {
                options.add("seccomp=" + profile(option, parts[1]));
            } else {
                options.add(option);
            }
        }
        Fields fields = new Fields().put("SecurityOpt", options);
        return systemPaths ? fields.always("MaskedPaths", List.of()).always("ReadonlyPaths", List.of()) : fields;
    }

    private String profile(String option, String file) {
        String home = spec.project().environment().getOrDefault("HOME", "~");
        Path path = Path.of(file.startsWith("~/") ? home + file.substring(1) : file);
        Path directory = spec.project().workingDir();
        try {
            return Json.compact(Json.parse(Files.readAllBytes(directory == null ? path : directory.resolve(path))));
        } catch (IOException | IllegalArgumentException e) {
            throw invalid(option, "cannot read the seccomp profile " + path + ": " + e.getMessage());
        }
    }

    private ComposeException invalid(String option, String why) {
        return new ComposeException("services." + spec.key() + ".security_opt: invalid '" + option + "': " + why);
    }
}
