package io.github.jcompose.cli.command;

import io.github.jcompose.loader.publish.Concern;
import io.github.jcompose.loader.publish.Publication;
import java.util.List;

/** Asks about what should not get out by mistake. */
final class PublishQuestions {
    private final Invocation call;
    private final Publication publication;

    PublishQuestions(Invocation call, Publication publication) {
        this.call = call;
        this.publication = publication;
    }

    /**
     * {@return whether all may be published}
     *
     * @param agreed whether the user has said so already
     */
    boolean areAnswered(boolean agreed) {
        for (Concern concern : publication.concerns(Concern.Kind.LEFT_OUT)) {
            call.view()
                    .warn(concern.text() + ": the file is not published, so whoever loads the artifact must have one");
        }
        return agreed
                || (isAgreed(
                                Concern.Kind.BIND_MOUNT,
                                "you are about to publish bind mounts (their declarations, not what they hold):",
                                "Are you ok to publish these bind mount declarations?")
                        && isAgreed(
                                Concern.Kind.SENSITIVE,
                                "you are about to publish what looks like sensitive data:",
                                "Are you ok to publish these sensitive data?")
                        && isAgreed(
                                Concern.Kind.VARIABLES,
                                "you are about to publish variables or contents that may be secret:",
                                "Are you ok to publish these env declarations? (--with-env does not ask)"));
    }

    private boolean isAgreed(Concern.Kind kind, String introduction, String question) {
        List<Concern> concerns = publication.concerns(kind);
        if (concerns.isEmpty()) {
            return true;
        }
        StringBuilder text = new StringBuilder(introduction).append('\n');
        concerns.forEach(concern -> text.append("  ").append(concern.text()).append('\n'));
        return call.confirm(text + question);
    }
}
