package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.AppArmorProfile;
import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.SELinuxOptions;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.github.jcompose.model.Service;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a container may do. */
final class Security {
    private final Conversion conversion;
    private final SecurityContext context = new SecurityContext();
    private boolean used;

    private Security(Conversion conversion) {
        this.conversion = conversion;
    }

    /** Gives the container of a service its security context. */
    static void apply(Conversion conversion, String name, Container container) {
        Service service = conversion.service(name);
        Security security = new Security(conversion);
        security.user(service.user(), List.of("services", name, "user"));
        security.capabilities(service);
        if (service.privileged()) {
            security.context.setPrivileged(true);
            security.used = true;
        }
        if (service.readOnly()) {
            security.context.setReadOnlyRootFilesystem(true);
            security.used = true;
        }
        for (int i = 0; i < service.securityOpt().size(); i++) {
            security.option(service.securityOpt().get(i), List.of("services", name, "security_opt", i));
        }
        security.give(container);
    }

    /** Gives the container of a hook its user and its rights. */
    static void applyHook(
            Conversion conversion, @Nullable String user, boolean privileged, List<Object> path, Container container) {
        Security security = new Security(conversion);
        security.user(user, path);
        if (privileged) {
            security.context.setPrivileged(true);
            security.used = true;
        }
        security.give(container);
    }

    private void give(Container container) {
        if (used) {
            container.setSecurityContext(context);
        }
    }

    private void user(@Nullable String user, List<Object> path) {
        if (user == null || user.isEmpty()) {
            return;
        }
        int colon = user.indexOf(':');
        Long id = id(colon < 0 ? user : user.substring(0, colon));
        Long group = colon < 0 ? null : id(user.substring(colon + 1));
        if (id == null || (colon >= 0 && group == null)) {
            conversion.warn(
                    path,
                    "Kubernetes takes numbers for users and groups, not '" + user + "'",
                    "the image's own user stays; give its number, such as '1000:1000'");
        }
        if (id != null) {
            context.setRunAsUser(id);
            used = true;
        }
        if (group != null) {
            context.setRunAsGroup(group);
            used = true;
        }
    }

    /** {@return the number of a user or group; null if it is a name other than root's} */
    static @Nullable Long id(String text) {
        if (text.equals("root")) {
            return 0L;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void capabilities(Service service) {
        if (service.capAdd().isEmpty() && service.capDrop().isEmpty()) {
            return;
        }
        Capabilities capabilities = new Capabilities();
        capabilities.setAdd(service.capAdd().stream().map(Security::capability).toList());
        capabilities.setDrop(
                service.capDrop().stream().map(Security::capability).toList());
        context.setCapabilities(capabilities);
        used = true;
    }

    private static String capability(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper;
    }

    private void option(String option, List<Object> path) {
        String[] parts = option.split("[:=]", 2);
        String value = parts.length > 1 ? parts[1] : "";
        used = true;
        switch (parts[0]) {
            case "no-new-privileges" -> context.setAllowPrivilegeEscalation(value.equals("false"));
            case "seccomp" -> seccomp(value, path);
            case "apparmor" -> {
                boolean unconfined = value.equals("unconfined");
                context.setAppArmorProfile(
                        new AppArmorProfile(unconfined ? null : value, unconfined ? "Unconfined" : "Localhost"));
            }
            case "label" -> label(value, path);
            case "systempaths" -> context.setProcMount("Unmasked");
            default -> conversion.warn(path, "'" + option + "' has no counterpart", null);
        }
    }

    private void seccomp(String value, List<Object> path) {
        if (value.equals("unconfined")) {
            context.setSeccompProfile(new SeccompProfile(null, "Unconfined"));
        } else {
            conversion.warn(
                    path,
                    "the profile must lie on the nodes; the one of the runtime is used",
                    "see seccompProfile of type Localhost");
            context.setSeccompProfile(new SeccompProfile(null, "RuntimeDefault"));
        }
    }

    private void label(String value, List<Object> path) {
        SELinuxOptions options =
                context.getSeLinuxOptions() == null ? new SELinuxOptions() : context.getSeLinuxOptions();
        String[] parts = value.split(":", 2);
        String text = parts.length > 1 ? parts[1] : "";
        switch (parts[0]) {
            case "user" -> options.setUser(text);
            case "role" -> options.setRole(text);
            case "type" -> options.setType(text);
            case "level" -> options.setLevel(text);
            default -> {
                conversion.warn(path, "the SELinux option '" + value + "' has no counterpart", null);
                return;
            }
        }
        context.setSeLinuxOptions(options);
    }
}
