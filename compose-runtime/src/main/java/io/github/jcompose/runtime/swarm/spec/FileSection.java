package io.github.jcompose.runtime.swarm.spec;

import io.github.jcompose.model.CredentialSpec;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.runtime.create.Fields;
import io.github.jcompose.runtime.engine.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configs and secrets of a service at their places in its containers. */
final class FileSection {
    private static final String SECRETS = "/run/secrets/";
    private static final int READABLE_BY_ALL = 0444;

    private final ServiceContext context;

    FileSection(ServiceContext context) {
        this.context = context;
    }

    List<Map<String, @Nullable Object>> secrets() {
        List<Map<String, @Nullable Object>> secrets = new ArrayList<>();
        for (FileReference reference : context.service().secrets()) {
            FileRefs.Ref ref = ref("secret", context.files().secrets(), reference.source());
            secrets.add(new Fields()
                    .always("File", file(reference))
                    .always("SecretID", ref.id())
                    .always("SecretName", ref.name())
                    .map());
        }
        // By the name in the swarm, as the docker command has them.
        secrets.sort(by("SecretName"));
        return secrets;
    }

    List<Map<String, @Nullable Object>> configs() {
        List<Map<String, @Nullable Object>> configs = new ArrayList<>();
        for (FileReference reference : context.service().configs()) {
            FileRefs.Ref ref = ref("config", context.files().configs(), reference.source());
            configs.add(config(ref).always("File", file(reference)).map());
        }
        CredentialSpec credentials = context.service().credentialSpec();
        if (credentials != null
                && credentials.config() != null
                && !credentials.config().isEmpty()) {
            FileRefs.Ref ref = ref("config", context.files().configs(), credentials.config());
            configs.add(config(ref).always("Runtime", Map.of()).map());
        }
        configs.sort(by("ConfigName"));
        return configs;
    }

    private static Comparator<Map<String, @Nullable Object>> by(String name) {
        return Comparator.comparing((Map<String, @Nullable Object> file) -> String.valueOf(file.get(name)))
                .thenComparing(file -> JsonObject.of(file.get("File")).string("Name"));
    }

    private static Fields config(FileRefs.Ref ref) {
        return new Fields().always("ConfigID", ref.id()).always("ConfigName", ref.name());
    }

    /** {@return the id of the config that credentials are taken from; null for none} */
    @Nullable
    String credentialConfig(String key) {
        return key.isEmpty()
                ? null
                : ref("config", context.files().configs(), key).id();
    }

    private FileRefs.Ref ref(String kind, Map<String, FileRefs.Ref> refs, @Nullable String source) {
        FileRefs.Ref ref = refs.get(source == null ? "" : source);
        if (ref == null) {
            throw context.invalid(kind + "s", "no " + kind + " '" + source + "' in the project");
        }
        return ref;
    }

    private static Map<String, @Nullable Object> file(FileReference reference) {
        String target = reference.target();
        if (target != null && target.equals(SECRETS + reference.source())) {
            // Where the swarm puts it anyway.
            target = reference.source();
        }
        String uid = reference.uid();
        String gid = reference.gid();
        return new Fields()
                .always("Name", target == null || target.isEmpty() ? reference.source() : target)
                .always("UID", uid == null || uid.isEmpty() ? "0" : uid)
                .always("GID", gid == null || gid.isEmpty() ? "0" : gid)
                .always(
                        "Mode",
                        reference.mode() == null
                                ? READABLE_BY_ALL
                                : reference.mode().bits())
                .map();
    }
}
