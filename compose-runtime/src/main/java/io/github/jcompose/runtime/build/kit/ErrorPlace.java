package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.build.wire.ProtoReader;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.grpc.GrpcException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in the Dockerfile an error is.
 *
 * @param first the number of the first line, from 1 on
 * @param last the number of the last line
 * @param text the Dockerfile as the engine has it; empty if it does not tell
 */
record ErrorPlace(String file, int first, int last, String text) {
    private static final String SOURCE = "errdefs.Source";
    private static final Pattern LINE = Pattern.compile("parse error (?:on )?line (\\d+)");

    /** {@return the place that the error names; empty if it names none} */
    static Optional<ErrorPlace> of(GrpcException error) {
        try {
            ErrorPlace innermost = null;
            ProtoReader status = new ProtoReader(error.details());
            while (status.next()) {
                if (status.field() == 3) {
                    ErrorPlace place = detail(status.message());
                    innermost = place == null ? innermost : place;
                }
            }
            if (innermost != null) {
                return Optional.of(innermost);
            }
        } catch (RuntimeException e) {
            // The details are in a form that is not known; the message may do.
        }
        Matcher line = LINE.matcher(String.valueOf(error.getMessage()));
        return line.find()
                ? Optional.of(new ErrorPlace("", Integer.parseInt(line.group(1)), Integer.parseInt(line.group(1)), ""))
                : Optional.empty();
    }

    /** {@return the place of a step; older engines do not tell it} */
    static Optional<ErrorPlace> ofStep(@Nullable DockerfileText dockerfile, String step) {
        return dockerfile == null
                ? Optional.empty()
                : Instruction.ofStep(dockerfile.sent(), step)
                        .map(found -> new ErrorPlace(dockerfile.name(), found.first(), found.last(), ""));
    }

    private static @Nullable ErrorPlace detail(ProtoReader any) {
        String type = "";
        byte[] value = {};
        while (any.next()) {
            switch (any.field()) {
                case 1 -> type = any.text();
                case 2 -> value = any.bytes();
                default -> {}
            }
        }
        if (!type.contains(SOURCE)) {
            return null;
        }
        JsonObject source = JsonObject.of(Json.parse(value));
        List<JsonObject> ranges = source.objects("ranges");
        if (ranges.isEmpty()) {
            return null;
        }
        int first = (int) ranges.get(0).object("start").number("line");
        int last = (int) ranges.get(ranges.size() - 1).object("end").number("line");
        JsonObject info = source.object("info");
        String text = new String(Base64.getDecoder().decode(info.string("data")), StandardCharsets.UTF_8);
        return first <= 0 ? null : new ErrorPlace(info.string("filename"), first, Math.max(first, last), text);
    }
}
