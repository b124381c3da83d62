package io.github.jcompose.runtime.build.kit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Dockerfile as it is sent.
 *
 * @param name the name of the file
 * @param text what it says, as the user wrote it
 * @param before how many of the user's lines stand before those that were added
 * @param added the number of lines that were added
 * @param beside the texts that are sent with it, by name; with what was added in place of the Dockerfile itself
 */
record DockerfileText(String name, String text, int before, int added, Map<String, String> beside) {
    private static final Pattern FIRST_STAGE = Pattern.compile("(?im)^[ \\t]*FROM[ \\t]");
    private static final Pattern STAGE = Pattern.compile("(?im)^[ \\t]*FROM[ \\t]+.*[ \\t]AS[ \\t]+(\\S+)[ \\t]*$");

    static DockerfileText of(String name, String text) {
        return new DockerfileText(name, text, 0, 0, Map.of());
    }

    /**
     * {@return the same, with a stage for each image before the first stage}
     *
     * @param images by the names of the stages
     */
    DockerfileText withStages(Map<String, String> images) {
        Matcher first = FIRST_STAGE.matcher(text);
        int at = first.find() ? first.start() : text.length();
        StringBuilder stages = new StringBuilder();
        images.forEach((stage, image) -> stages.append("FROM ")
                .append(image)
                .append(" AS ")
                .append(stage)
                .append('\n'));
        Map<String, String> files = new TreeMap<>(beside);
        files.put(name, text.substring(0, at) + stages + text.substring(at));
        int lines = (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        return new DockerfileText(name, text, lines, images.size(), files);
    }

    /** {@return whether it has a stage of that name, in lower case} */
    boolean hasStage(String stage) {
        Matcher stages = STAGE.matcher(text);
        while (stages.find()) {
            if (stages.group(1).equalsIgnoreCase(stage)) {
                return true;
            }
        }
        return false;
    }

    /** {@return all that is sent, by name} */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>(beside);
        files.putIfAbsent(name, text);
        return files;
    }

    /** {@return the text as the engine gets it} */
    String sent() {
        return beside.getOrDefault(name, text);
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /** {@return the user's line that the engine knows by that number; 0 for one that was added} */
    int line(int sent) {
        if (sent <= before) {
            return sent;
        }
        return sent <= before + added ? 0 : sent - added;
    }
}
