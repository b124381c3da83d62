package io.github.jcompose.loader.yaml;

import io.github.jcompose.loader.limits.LoadLimits;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.tree.Budget;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a large text in pieces, with as many parsers at once as there are processors: parsing is the longest part of a
 * load.
 *
 * <p>The result is that of one parser, or there is none. A piece ends before a line that looks like the beginning of a
 * service. That it is one is known from the piece: it is a document without an error that ends with its services, a block
 * with the indent of that line. So nothing is open that the line could continue: brackets or quotes would be an error, and
 * lines of a text would be indented further. The next piece begins with the key of the services, which brings its parser to
 * where one parser would be. Where anything else is found, or anything is wrong, the text is to be read as a whole.
 */
final class CutText {
    /** Characters of a piece: enough to be worth a parser, few enough for all processors to have work until the end. */
    static final int PIECE = 1 << 16;

    private static final String SECTION = "services";
    private static final String HEAD = SECTION + ":\n";

    private final Source source;
    private final String text;
    private final LoadLimits limits;
    private final Cuts cuts;
    /** What the pieces may hold together; apart from that of the load, which the whole text is to find as it was. */
    private final Budget budget;
    /** Whether a piece is not what it must be, so that there is no use for the others. */
    private volatile boolean refused;

    private CutText(Source source, String text, LoadLimits limits, Cuts cuts) {
        this.source = source;
        this.text = text;
        this.limits = limits;
        this.cuts = cuts;
        this.budget = new Budget(limits.nodes());
    }

    /** What a parser made of a piece. */
    private record Piece(MappingNode root, MappingNode services, boolean tagged, int size) {}

    /**
     * {@return the document; null if the text is to be read as a whole}
     *
     * @param size of a piece at least, in characters
     */
    static YamlReader.@Nullable Document read(
            Source source, String text, LoadLimits limits, Problems problems, int size) {
        Cuts cuts = Cuts.in(text, size);
        return cuts.starts().isEmpty() ? null : new CutText(source, text, limits, cuts).read(problems.budget());
    }

    private YamlReader.@Nullable Document read(Budget ofLoad) {
        @Nullable Piece[] read = new Piece[cuts.starts().size() + 1];
        IntStream.range(0, read.length).parallel().forEach(i -> {
            read[i] = refused ? null : piece(i);
            if (read[i] == null) {
                refused = true;
            }
        });
        List<Piece> pieces = Arrays.stream(read).filter(Objects::nonNull).toList();
        int total = pieces.stream().mapToInt(Piece::size).sum();
        if (pieces.size() < read.length || !ofLoad.covers(total) || !join(pieces)) {
            return null;
        }
        ofLoad.spend(total);
        return new YamlReader.Document(pieces.get(0).root(), pieces.stream().anyMatch(Piece::tagged));
    }

    /** {@return false if a key stands twice; all the pieces are in the first otherwise} */
    private static boolean join(List<Piece> pieces) {
        Piece first = pieces.get(0);
        for (Piece piece : pieces.subList(1, pieces.size())) {
            piece.root().remove(SECTION);
            if (!first.services().append(piece.services()) || !first.root().append(piece.root())) {
                return false;
            }
        }
        return true;
    }

    /** {@return what a parser makes of the piece; null if something is wrong with it, or it does not end as it must} */
    private @Nullable Piece piece(int i) {
        boolean last = i == cuts.starts().size();
        int end = last ? text.length() : cuts.starts().get(i).offset();
        if (i == 0) {
            String piece = text.substring(0, end);
            return piece(piece, 0, false);
        }
        Cuts.Start start = cuts.starts().get(i - 1);
        return piece(HEAD + text.substring(start.offset(), end), start.line() - 1, last);
    }

    private @Nullable Piece piece(String piece, int linesBefore, boolean last) {
        Problems own = new Problems(problem -> {}, budget.inLots());
        YamlReader reader = new YamlReader(source, limits, own, linesBefore);
        try {
            List<YamlReader.Document> documents = reader.documents(piece);
            if (documents.size() != 1 || own.any() || !(documents.get(0).root() instanceof MappingNode root)) {
                return null;
            }
            MappingNode services = services(root, last);
            return services != null
                            && services.column() == cuts.indent() + 1
                            && Cuts.isKey(firstOf(piece, services.line() - linesBefore))
                    ? new Piece(root, services, documents.get(0).tagged(), reader.size())
                    : null;
        } catch (ComposeFileException e) {
            // Who reads the whole text says what is wrong, and where.
            return null;
        }
    }

    /** {@return the services, which are the last of a piece, or the first of the last one; null if they are not} */
    private static @Nullable MappingNode services(MappingNode root, boolean last) {
        List<Entry> entries = root.entries();
        Entry section = entries.isEmpty() ? null : entries.get(last ? 0 : entries.size() - 1);
        return section != null && section.key().equals(SECTION) ? root.mapping(SECTION) : null;
    }

    /** {@return the first character of a line that is no space; the line is counted from 1} */
    private static char firstOf(String piece, int line) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = piece.indexOf('\n', at) + 1;
        }
        while (at < piece.length() && piece.charAt(at) == ' ') {
            at++;
        }
        return at < piece.length() ? piece.charAt(at) : '\n';
    }
}
