package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.Hook;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands before the start, after it, and before the end of a container. */
final class Hooks {
    private Hooks() {}

    /** {@return init containers for {@code pre_start}, with the mounts and variables of the container} */
    static List<Container> beforeStart(Conversion conversion, String name, Container container) {
        Service service = conversion.service(name);
        List<Container> containers = new ArrayList<>();
        for (int i = 0; i < service.preStart().size(); i++) {
            Hook hook = service.preStart().get(i);
            List<Object> path = List.of("services", name, "pre_start", i);
            if (!hook.perReplica() && service.replicas() > 1) {
                conversion.warn(path, "runs in each of the pods, not once", "use a service with 'restart: \"no\"'");
            }
            Container init = new Container();
            ObjectName initName = conversion.name(name).with("pre-start-" + (i + 1));
            init.setName(initName.value());
            init.setImage(hook.image() == null ? container.getImage() : hook.image());
            init.setImagePullPolicy(hook.image() == null ? container.getImagePullPolicy() : null);
            if (hook.command() != null) {
                init.setCommand(Literals.of(hook.command()));
            }
            init.setWorkingDir(hook.workingDir() == null ? container.getWorkingDir() : hook.workingDir());
            List<EnvVar> variables = new ArrayList<>(container.getEnv());
            hook.environment().forEach((variable, value) -> {
                if (value != null) {
                    variables.removeIf(existing -> existing.getName().equals(variable));
                    variables.add(Variables.variable(variable, value));
                }
            });
            init.setEnv(variables);
            init.setEnvFrom(container.getEnvFrom());
            init.setVolumeMounts(new ArrayList<VolumeMount>(container.getVolumeMounts()));
            String user = hook.user() == null ? service.user() : hook.user();
            Security.applyHook(conversion, user, hook.privileged(), path, init);
            containers.add(init);
        }
        return containers;
    }

    /** Gives the container its lifecycle handlers. */
    static void lifecycle(Conversion conversion, String name, Container container) {
        Service service = conversion.service(name);
        LifecycleHandler started = handler(conversion, name, "post_start", service.postStart());
        LifecycleHandler stopping = handler(conversion, name, "pre_stop", service.preStop());
        if (started != null || stopping != null) {
            Lifecycle lifecycle = new Lifecycle();
            lifecycle.setPostStart(started);
            lifecycle.setPreStop(stopping);
            container.setLifecycle(lifecycle);
        }
    }

    private static @Nullable LifecycleHandler handler(
            Conversion conversion, String name, String attribute, List<Hook> hooks) {
        List<List<String>> commands = new ArrayList<>();
        for (int i = 0; i < hooks.size(); i++) {
            Hook hook = hooks.get(i);
            if (hook.command() == null || hook.command().isEmpty()) {
                continue;
            }
            boolean plain = hook.user() == null
                    && !hook.privileged()
                    && hook.workingDir() == null
                    && hook.environment().isEmpty();
            if (!plain) {
                conversion.warn(
                        List.of("services", name, attribute, i),
                        "runs as the container does: user, rights, folder and variables of its own are left out",
                        null);
            }
            commands.add(hook.command());
        }
        if (commands.isEmpty()) {
            return null;
        }
        ExecAction exec = new ExecAction();
        exec.setCommand(commands.size() == 1 ? commands.get(0) : inTurn(commands));
        LifecycleHandler handler = new LifecycleHandler();
        handler.setExec(exec);
        return handler;
    }

    /** There is one handler only, so that several commands need a shell. */
    private static List<String> inTurn(List<List<String>> commands) {
        List<String> lines = new ArrayList<>();
        for (List<String> command : commands) {
            List<String> words = new ArrayList<>();
            command.forEach(word -> words.add("'" + word.replace("'", "'\\''") + "'"));
            lines.add(String.join(" ", words));
        }
        return List.of("/bin/sh", "-c", String.join(" && ", lines));
    }
}
