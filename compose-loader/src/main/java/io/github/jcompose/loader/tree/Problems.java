package io.github.jcompose.loader.tree;

import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.problem.Location;
import io.github.jcompose.loader.problem.Problem;
import io.github.jcompose.loader.syntax.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, so that a load tells everything at once, and knows what the load may still use up. */
public final class Problems {
    private static final int MOST = 1000;
    /** What a share of a large project tells at most. */
    private static final int MOST_OF_SHARE = 100;

    private static final int LONGEST_MESSAGE = 1000;
    private static final int LONGEST_PATH = 300;

    private final List<Problem> errors = new ArrayList<>();
    private final Set<Problem> warned = new LinkedHashSet<>();
    private final Consumer<Problem> warnings;
    private final Budget budget;
    private final int most;
    private int offered;
    private boolean exhausted;
    /** How much may still be spent on comparing names for hints. */
    private long comparing;

    /**
     * @param warnings is told of each warning once
     * @param budget what the load may use up
     */
    public Problems(Consumer<Problem> warnings, Budget budget) {
        this(warnings, budget, MOST, 20_000_000);
    }

    private Problems(Consumer<Problem> warnings, Budget budget, int most, long comparing) {
        this.warnings = warnings;
        this.budget = budget;
        this.most = most;
        this.comparing = comparing;
    }

    /** {@return problems of one of so many shares of the work, with the same budget; {@link #add} takes them over} */
    Problems share(int shares) {
        return new Problems(problem -> {}, budget, MOST_OF_SHARE, comparing / shares);
    }

    /** Takes over what a share of the work has found. */
    void add(Problems share) {
        for (Problem error : share.errors) {
            if (!isFull()) {
                errors.add(error);
            }
        }
        share.warned.forEach(this::warn);
        exhausted |= share.exhausted;
    }

    /** {@return what the load may still use up} */
    public Budget budget() {
        return budget;
    }

    /**
     * Takes something off the budget.
     *
     * @throws ComposeFileException if it is used up
     */
    public void spend(int cost, Node at, TreePath path) {
        if (!budget.spend(cost)) {
            throw exceeded(at, path, budget.exceeded());
        }
    }

    /** Notes an error at a value. */
    public void error(Node at, TreePath path, String message) {
        error(at, path, message, null);
    }

    /** Notes an error at a value, with a hint. */
    public void error(Node at, TreePath path, String message, @Nullable String hint) {
        if (!isFull()) {
            errors.add(problem(at, path, message, origin(at), hint));
        }
    }

    /** Notes that a value, or the item of it that the exception names, cannot be read. */
    public void refuse(Node value, TreePath path, IllegalArgumentException why) {
        if (why instanceof ItemException exception) {
            error(exception.item(), path.item(exception.index(), exception.item()), String.valueOf(why.getMessage()));
        } else {
            error(value, path, String.valueOf(why.getMessage()));
        }
    }

    /** Notes an error that no value stands for. */
    public void error(@Nullable Location location, String path, String message, @Nullable String hint) {
        if (!isFull()) {
            errors.add(Problem.at(location, cut(path, LONGEST_PATH), cut(message, LONGEST_MESSAGE), hint));
        }
    }

    /** Notes something that is worth a warning only. */
    public void warning(@Nullable Node at, TreePath path, String message) {
        if (!listensToWarnings()) {
            return;
        }
        warn(at == null ? Problem.at(null, path.toString(), message, null) : problem(at, path, message, "", null));
    }

    private void warn(Problem problem) {
        if (listensToWarnings()) {
            offered++;
            if (warned.add(problem)) {
                warnings.accept(problem);
            }
        }
    }

    /** {@return whether one more warning may reach the user, so that it is worth making one} */
    public boolean listensToWarnings() {
        return warned.size() < MOST && offered < 2 * MOST;
    }

    /** {@return whether a limit was exceeded, so that the load must not go on to find other problems} */
    public boolean isExhausted() {
        return exhausted;
    }

    /** Remembers that a limit was exceeded. */
    public void exhaust() {
        exhausted = true;
    }

    /** Ends the load because of a limit. */
    public ComposeFileException exceeded(Node at, TreePath path, String message) {
        exhaust();
        return fail(at, path, message, null);
    }

    /** {@return whether no more errors are taken, so that none is worth making} */
    public boolean isFull() {
        return errors.size() >= most;
    }

    /** {@return the hint that names the candidate that was probably meant; null if there is none} */
    public @Nullable String didYouMean(String given, Collection<String> candidates) {
        comparing -= candidates.size() * (1L + (long) given.length() * given.length() / 16);
        if (isFull() || comparing < 0) {
            return null;
        }
        return NearestName.of(given, candidates)
                .map(name -> "did you mean '" + name + "'?")
                .orElse(null);
    }

    /** {@return a problem at a value, for who collects problems by himself} */
    public static Problem problem(Node at, TreePath path, String message, @Nullable String hint) {
        return problem(at, path, message, "", hint);
    }

    private static Problem problem(Node at, TreePath path, String message, String origin, @Nullable String hint) {
        int length = at instanceof ScalarNode scalar ? at.source().lengthAt(at.line(), at.column(), scalar.text()) : 1;
        String excerpt = at.source().excerpt(at.line(), at.column(), length);
        return new Problem(
                at.location(),
                cut(path.toString(), LONGEST_PATH),
                cut(message, LONGEST_MESSAGE) + origin,
                hint,
                excerpt.isEmpty() ? null : excerpt);
    }

    /** {@return the text without its middle if it is too long for people} */
    private static String cut(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, longest / 2) + " … " + text.substring(text.length() - longest / 2);
    }

    private static String origin(Node at) {
        Node earlier = at.replaced();
        return earlier == null ? "" : " (overrides " + earlier.location() + ")";
    }

    /** {@return whether there is an error} */
    public boolean any() {
        return !errors.isEmpty();
    }

    /**
     * Ends the load if there is an error.
     *
     * @throws ComposeFileException with all the errors so far
     */
    public void throwIfAny() {
        if (any()) {
            throw failure();
        }
    }

    /** {@return what ends the load; there must be an error} */
    public ComposeFileException failure() {
        return new ComposeFileException(errors);
    }

    /** Ends the load with one more error. */
    public ComposeFileException fail(Node at, TreePath path, String message, @Nullable String hint) {
        error(at, path, message, hint);
        return failure();
    }

    /** Ends the load with one more error. */
    public ComposeFileException fail(@Nullable Location location, String path, String message, @Nullable String hint) {
        error(location, path, message, hint);
        return failure();
    }
}
