package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.loader.publish.Publication;
import io.github.jcompose.loader.remote.PublishFormat;
import io.github.jcompose.loader.remote.RemoteAccess;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.PublishOptions;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Publishes the project as an artifact of a registry. */
final class PublishCommand implements Command {
    private static final int DECLINED = 130;
    private static final Flag APP = Flag.ofSwitch("app", "Also copy the images of the services into the repository");
    private static final Flag INSECURE = Flag.ofSwitch("insecure-registry", "Speak with the registry without TLS")
            .hide();
    private static final Flag OCI_VERSION = Flag.ofText(
            "oci-version", "VERSION", "Version of the OCI image specification (\"1.0\"|\"1.1\"; default: what works)");
    private static final Flag RESOLVE_DIGESTS =
            Flag.ofSwitch("resolve-image-digests", "Have it run the images that the tags stand for now");
    private static final Flag WITH_ENV =
            Flag.ofSwitch("with-env", "Publish the files of variables, and do not ask about variables");
    private static final Flag YES = Flag.ofSwitch("yes", "Do not ask").orLetter('y');

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "publish",
                "REPOSITORY[:TAG]",
                "Publish the project as an artifact of a registry",
                FlagSet.of(APP, INSECURE, OCI_VERSION, RESOLVE_DIGESTS, WITH_ENV, YES));
    }

    @Override
    public int run(Invocation call) {
        Arguments arguments = call.arguments();
        List<String> words = arguments.rest();
        if (words.size() != 1) {
            throw new UsageException("\"publish\" needs the name to publish as: REPOSITORY[:TAG]");
        }
        String version = version(arguments.text(OCI_VERSION));
        String name = words.get(0);
        String shown = RemoteAccess.checkedName(name);
        Publication publication = call.loader(List.of()).build().publication(arguments.is(WITH_ENV));
        if (!new PublishQuestions(call, publication).areAnswered(arguments.is(YES))) {
            call.view().tell("not published");
            return DECLINED;
        }
        String registry = shown.substring(0, shown.indexOf('/'));
        RemoteAccess remote = call.projects().remote(arguments.is(INSECURE) ? List.of(registry) : List.of());
        boolean pinning = arguments.is(RESOLVE_DIGESTS) || arguments.is(APP);
        PublishOptions options =
                PublishOptions.builder(name).resolveImageDigests(pinning).build();
        try (Compose compose = call.connect(publication.project().name())) {
            String reference = compose.publish(publication.project(), options, images -> {
                Publication whole = pinning ? publication.withImages(images) : publication;
                List<String> copied = arguments.is(APP) ? images(images) : List.of();
                return remote.publish(name, whole.files(), new PublishFormat(version, copied));
            });
            if (!call.isDryRun()) {
                call.out().println(reference);
            }
        }
        return 0;
    }

    private static List<String> images(Project project) {
        TreeSet<String> images = new TreeSet<>();
        for (Service service : project.services().values()) {
            if (service.image() != null) {
                images.add(service.image());
            }
        }
        return List.copyOf(images);
    }

    private static @Nullable String version(@Nullable String asked) {
        if (asked == null || asked.equals(PublishFormat.OCI_1_0) || asked.equals(PublishFormat.OCI_1_1)) {
            return asked;
        }
        throw new UsageException("invalid --oci-version \"" + asked + "\": expected 1.0 or 1.1");
    }
}
