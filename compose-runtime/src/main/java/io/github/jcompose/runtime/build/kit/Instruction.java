package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.runtime.engine.ImageName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An instruction of a Dockerfile.
 *
 * @param first the number of its first line, from 1 on
 * @param last the number of its last line
 * @param keyword such as {@code RUN}
 * @param text its first line
 */
record Instruction(int first, int last, String keyword, String text) {
    private static final Pattern STEP = Pattern.compile("\\[(?:(\\S+) )?(\\d+)/\\d+] (\\w+).*", Pattern.DOTALL);
    private static final Pattern METADATA = Pattern.compile("\\[internal] load metadata for (\\S+)");
    private static final Pattern ESCAPE = Pattern.compile("(?i)#[ \\t]*escape[ \\t]*=[ \\t]*`.*");
    private static final Pattern NAME = Pattern.compile("(?i)FROM[ \\t].*[ \\t]AS[ \\t]+(\\S+)[ \\t]*");
    private static final Pattern HEREDOC = Pattern.compile("<<-?[\"']?([A-Za-z_][A-Za-z0-9_]*)[\"']?");
    private static final Set<String> WITH_HEREDOC = Set.of("RUN", "COPY", "ADD");
    /** What BuildKit counts as steps of a stage. */
    private static final Set<String> STEPS = Set.of("FROM", "RUN", "COPY", "ADD", "WORKDIR");

    /**
     * {@return the instruction that a step carries out; empty if it cannot be told for sure}
     *
     * @param step the name that BuildKit has for it, such as {@code [base 2/4] RUN make}
     */
    static Optional<Instruction> ofStep(String dockerfile, String step) {
        List<Instruction> all = parse(dockerfile);
        Matcher metadata = METADATA.matcher(step);
        if (metadata.matches()) {
            ImageName image = ImageName.parse(metadata.group(1));
            return all.stream().filter(i -> i.isBasedOn(image)).findFirst();
        }
        Matcher matcher = STEP.matcher(step);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long stages = all.stream().filter(i -> i.keyword.equals("FROM")).count();
        int stage = -1;
        int number = 0;
        String name = "";
        for (Instruction instruction : all) {
            if (instruction.keyword.equals("FROM")) {
                stage++;
                number = 0;
                Matcher named = NAME.matcher(instruction.text);
                String own = named.matches() ? named.group(1).toLowerCase(Locale.ROOT) : "stage-" + stage;
                name = stages > 1 ? own : "";
            }
            number += STEPS.contains(instruction.keyword) ? 1 : 0;
            boolean sameStage = matcher.group(1) == null ? name.isEmpty() : name.equals(matcher.group(1));
            if (sameStage && String.valueOf(number).equals(matcher.group(2))) {
                return instruction.keyword.equals(matcher.group(3)) ? Optional.of(instruction) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isBasedOn(ImageName image) {
        return keyword.equals("FROM")
                && Arrays.stream(text.split("\\s+"))
                        .skip(1)
                        .filter(word -> !word.startsWith("--"))
                        .findFirst()
                        .map(ImageName::parse)
                        .filter(image::equals)
                        .isPresent();
    }

    static List<Instruction> parse(String dockerfile) {
        List<String> lines = dockerfile.lines().toList();
        boolean otherEscape =
                lines.stream().limit(3).anyMatch(line -> ESCAPE.matcher(line).matches());
        String escape = otherEscape ? "`" : "\\";
        List<Instruction> all = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            String text = lines.get(i).strip();
            if (text.isEmpty() || text.startsWith("#")) {
                i++;
                continue;
            }
            int first = i;
            Deque<String> heredocs = new ArrayDeque<>();
            String keyword = text.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
            boolean goesOn = true;
            while (goesOn && i < lines.size()) {
                String line = lines.get(i).strip();
                if (WITH_HEREDOC.contains(keyword)) {
                    HEREDOC.matcher(line).results().forEach(found -> heredocs.addLast(found.group(1)));
                }
                goesOn = line.endsWith(escape) || (i > first && (line.startsWith("#") || line.isEmpty()));
                i++;
            }
            while (!heredocs.isEmpty() && i < lines.size()) {
                if (lines.get(i).strip().equals(heredocs.getFirst())) {
                    heredocs.removeFirst();
                }
                i++;
            }
            all.add(new Instruction(first + 1, i, keyword, text));
        }
        return all;
    }
}
