package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.CopyOptions;
import java.nio.file.Path;
import java.util.List;

/** Copies files into containers or out of one. */
final class CpCommand implements Command {
    private static final Flag ALL = Flag.ofSwitch("all", "Also containers of single runs");
    private static final Flag ARCHIVE = Flag.ofSwitch(
                    "archive", "Give files in the container the owner that it runs as")
            .orLetter('a');
    private static final Flag FOLLOW_LINK = Flag.ofSwitch("follow-link", "Copy what SRC leads to, if it is a link")
            .orLetter('L');
    private static final Flag INDEX = Flag.ofNumber("index", "NUM", "Only the container of this number");

    private static final String STREAM = "-";

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "cp",
                "SERVICE:SRC_PATH DEST_PATH|- | SRC_PATH|- SERVICE:DEST_PATH",
                "Copy files between containers and this machine (-: a tar archive)",
                FlagSet.of(ALL, ARCHIVE, FOLLOW_LINK, INDEX));
    }

    /**
     * One of the two paths.
     *
     * @param service empty for a path of this machine
     */
    private record Place(String service, String path) {
        static Place of(String word) {
            int colon = word.indexOf(':');
            boolean local = colon < 1 || word.startsWith(".") || Path.of(word).isAbsolute();
            return local ? new Place("", word) : new Place(word.substring(0, colon), word.substring(colon + 1));
        }

        boolean isLocal() {
            return service.isEmpty();
        }

        boolean isStream() {
            return isLocal() && path.equals(STREAM);
        }

        boolean meansFolder() {
            return path.endsWith("/") || path.equals(".") || path.endsWith("/.");
        }

        Path file(Invocation call) {
            return call.surroundings().directory().resolve(path);
        }
    }

    @Override
    public int run(Invocation call) {
        call.rejectDryRun("cp");
        List<String> words = call.arguments().rest();
        if (words.size() != 2) {
            throw new UsageException("\"cp\" needs a source and a destination");
        }
        Place source = Place.of(words.get(0));
        Place destination = Place.of(words.get(1));
        check(source, destination);
        boolean in = source.isLocal();
        CopyOptions options = options(call, in ? source : destination, in ? destination : source);
        Selection selection = Selection.of(call, List.of());
        String project = selection.name();
        try (Compose compose = call.connect()) {
            KnownServices.check(compose, selection, List.of(options.service()));
            if (source.isStream()) {
                compose.copyInto(project, options, call.surroundings().in(), destination.path());
            } else if (in) {
                compose.copyInto(project, options, source.file(call), destination.path());
            } else if (destination.isStream()) {
                compose.copyFrom(project, options, source.path(), call.out());
            } else {
                compose.copyFrom(project, options, source.path(), destination.file(call));
            }
        }
        return 0;
    }

    private static CopyOptions options(Invocation call, Place local, Place remote) {
        Arguments arguments = call.arguments();
        Integer index = arguments.number(INDEX);
        return CopyOptions.builder()
                .service(remote.service())
                .index(index == null ? 0 : index)
                .oneOffs(arguments.is(ALL))
                .followLinks(arguments.is(FOLLOW_LINK))
                .owners(arguments.is(ARCHIVE))
                .localFolder(local.meansFolder())
                .build();
    }

    private static void check(Place source, Place destination) {
        if (source.isLocal() && destination.isLocal()) {
            throw new UsageException("neither \"" + source.path() + "\" nor \"" + destination.path()
                    + "\" is in a container: expected SERVICE:PATH on one side");
        }
        if (!source.isLocal() && !destination.isLocal()) {
            throw new UsageException("copying between services is not supported");
        }
        for (Place place : List.of(source, destination)) {
            if (place.path().isEmpty()) {
                throw new UsageException("the path in \"" + place.service() + ":\" must not be empty; / is the root");
            }
        }
    }
}
