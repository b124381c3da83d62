package io.github.jcompose.cli.progress;

import io.github.jcompose.cli.text.Sizes;
import io.github.jcompose.runtime.event.BuildOutput;
import io.github.jcompose.runtime.event.BuildStep;
import io.github.jcompose.runtime.event.BuildTransfer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The steps of builds in lines, as BuildKit writes them; numbers go through all builds. */
final class PlainSteps {
    private final Map<String, Integer> numbers = new HashMap<>();

    private String head(String image, int step) {
        return "#" + numbers.computeIfAbsent(image + "\n" + step, key -> numbers.size() + 1) + " ";
    }

    String line(BuildStep step) {
        String head = head(step.image(), step.number());
        return switch (step.state()) {
            case RUNNING -> head + StepName.of(step.service(), step.name());
            case DONE ->
                head + String.format(Locale.ROOT, "DONE %.1fs", step.took().toNanos() / 1e9);
            case CACHED -> head + "CACHED";
            case CANCELED -> head + "CANCELED";
            case FAILED -> head + "ERROR: " + step.error();
        };
    }

    String line(BuildOutput output) {
        String head = output.step() == 0 ? output.service() + " | " : head(output.image(), output.step());
        return head + output.text();
    }

    /** {@return the line; empty as long as it is not over, or if nothing was sent} */
    String line(BuildTransfer transfer) {
        return transfer.done() && transfer.current() > 0
                ? head(transfer.image(), transfer.step()) + transfer.name() + " " + Sizes.of(transfer.current())
                        + " done"
                : "";
    }
}
