package io.github.jcompose.runtime.project;

import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that things of a project have on an engine. */
public final class Names {
    private static final int SHORT_ID = 12;
    private static final Pattern TEMPORARY = Pattern.compile("[0-9a-f]{12}_(.+)");

    private final String project;
    private final String separator;

    private Names(String project, String separator) {
        this.project = project;
        this.separator = separator;
    }

    /** {@return the names of that project} */
    public static Names of(Project project) {
        String compatibility = project.environment().getOrDefault("COMPOSE_COMPATIBILITY", "");
        boolean old = compatibility.strip().toLowerCase(Locale.ROOT).matches("1|t|true|y");
        return new Names(project.name(), old ? "_" : "-");
    }

    /** {@return what stands between the parts of a container's name} */
    public String separator() {
        return separator;
    }

    /** {@return the name of the container of that number} */
    public String container(String key, Service service, int number) {
        String own = service.containerName();
        return own != null && !own.isEmpty() ? own : defaultContainer(key, number);
    }

    /** {@return the name of the container of that number unless {@code container_name} sets another} */
    public String defaultContainer(String key, int number) {
        return project + separator + key + separator + number;
    }

    /** {@return the image of the service: its own, else the name that its build gets} */
    public String image(String key, Service service) {
        String image = service.image();
        return image != null && !image.isEmpty() ? image : project + separator + key;
    }

    /** {@return the name of the container without the project's, by which its output is marked} */
    public String source(String container) {
        String prefix = project + separator;
        return container.startsWith(prefix) ? container.substring(prefix.length()) : container;
    }

    /** {@return the name that a container has until the one it replaces is gone} */
    public static String temporary(String replacedId, String name) {
        return shortId(replacedId) + "_" + name;
    }

    /** {@return the name that a container of that temporary name should get in the end; null for any other name} */
    public static @Nullable String intended(String name) {
        Matcher matcher = TEMPORARY.matcher(name);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** {@return the first 12 characters of an id} */
    public static String shortId(String id) {
        return id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID);
    }
}
