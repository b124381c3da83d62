package io.github.jcompose.cli.complete;

import java.util.List;

/**
 * What may stand in place of a word.
 *
 * @param candidates each a word, a tab and what it means, or a word alone
 * @param directive what the shell should do besides
 */
public record Completion(List<String> candidates, Directive directive) {
    /** What a shell should do besides offering the candidates; the numbers are those that docker's scripts know. */
    public enum Directive {
        FILES(0),
        /** More follows without a space. */
        NO_SPACE(2),
        NO_FILES(4),
        DIRECTORIES(16);

        private final int number;

        Directive(int number) {
            this.number = number;
        }

        /** {@return how it is written behind the candidates} */
        public int number() {
            return number;
        }
    }

    static Completion of(List<String> candidates) {
        return new Completion(candidates, Directive.NO_FILES);
    }

    static Completion none() {
        return of(List.of());
    }

    static Completion files() {
        return new Completion(List.of(), Directive.FILES);
    }

    /** {@return this without what does not begin as the word does} */
    Completion startingWith(String word) {
        return new Completion(
                candidates.stream()
                        .filter(candidate -> candidate.startsWith(word))
                        .toList(),
                directive);
    }
}
