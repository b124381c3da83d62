package io.github.jcompose.runtime.build.context;

import io.github.jcompose.runtime.engine.ImageName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which images a Dockerfile is based on. */
public final class BaseImages {
    private static final Pattern DEFAULT = Pattern.compile("(?im)^[ \\t]*ARG[ \\t]+(\\w+)=[\"']?([^\\s\"']*)");
    private static final Pattern USE =
            Pattern.compile("(?im)^[ \\t]*(?:FROM[ \\t]+(?:--\\S+[ \\t]+)*|(?:COPY|ADD)[ \\t].*?--from=)([^\\s\\\\]+)");
    private static final Pattern STAGE = Pattern.compile("(?im)^[ \\t]*FROM[ \\t]+.*[ \\t]AS[ \\t]+(\\S+)[ \\t]*$");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)(?::?[-+]([^}]*))?})");
    private static final String HUB = "docker.io";

    private BaseImages() {}

    /**
     * {@return the registries of the images that a Dockerfile names, and Docker Hub}
     *
     * @param args the arguments of the build
     */
    public static Set<String> registries(String dockerfile, Map<String, String> args) {
        Set<String> registries = new TreeSet<>(Set.of(HUB));
        for (String image : of(dockerfile, args)) {
            registries.add(ImageName.parse(image).registry());
        }
        return registries;
    }

    /**
     * {@return the images that a Dockerfile names}
     *
     * @param args the arguments of the build
     */
    public static Set<String> of(String dockerfile, Map<String, String> args) {
        Map<String, String> values = new HashMap<>();
        Matcher defaults = DEFAULT.matcher(dockerfile);
        while (defaults.find()) {
            values.putIfAbsent(defaults.group(1), defaults.group(2));
        }
        values.putAll(args);
        Set<String> stages = new TreeSet<>(Set.of("", "scratch"));
        Matcher named = STAGE.matcher(dockerfile);
        while (named.find()) {
            stages.add(named.group(1).toLowerCase(Locale.ROOT));
        }
        Set<String> images = new TreeSet<>();
        Matcher uses = USE.matcher(dockerfile);
        while (uses.find()) {
            String image = resolved(uses.group(1), values);
            if (!stages.contains(image.toLowerCase(Locale.ROOT)) && !image.matches("\\d+")) {
                images.add(image);
            }
        }
        return images;
    }

    private static String resolved(String image, Map<String, String> values) {
        return VARIABLE.matcher(image).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            String otherwise = found.group(3) == null ? "" : found.group(3);
            return Matcher.quoteReplacement(values.getOrDefault(name, otherwise));
        });
    }
}
