package io.github.jcompose.runtime.images;

import io.github.jcompose.runtime.engine.JsonObject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What tells an image from another of the same name: the digest of the manifest for a platform if the engine tells
 * manifests (API 1.48), since the id of the whole changes with each build's attestations; else the id.
 */
final class ImageIdentity {
    private ImageIdentity() {}

    /**
     * {@return the identity; null if the image is there for other platforms only}
     *
     * @param image as the engine tells it
     * @param platform such as {@code linux/arm64}
     * @param asked whether the user asked for that platform; if not, any will do
     */
    static @Nullable String of(JsonObject image, String platform, boolean asked) {
        List<JsonObject> available = image.objects("Manifests").stream()
                .filter(m -> m.string("Kind").equals("image") && m.bool("Available"))
                .toList();
        for (JsonObject manifest : available) {
            JsonObject of = manifest.object("ImageData").object("Platform");
            if (matches(platform, of.string("os"), of.string("architecture"), of.string("variant"))) {
                return digest(manifest);
            }
        }
        boolean told = !image.string("Os").isEmpty();
        if (asked && (told || !available.isEmpty())) {
            boolean satisfied =
                    matches(platform, image.string("Os"), image.string("Architecture"), image.string("Variant"));
            if (!satisfied) {
                return null;
            }
        }
        return available.size() == 1 ? digest(available.get(0)) : image.string("Id");
    }

    private static String digest(JsonObject manifest) {
        String digest = manifest.object("Descriptor").string("digest");
        return digest.isEmpty() ? manifest.string("ID") : digest;
    }

    /** {@return whether an image for that system runs on the platform} */
    static boolean matches(String platform, String os, String architecture, String variant) {
        String[] wanted = platform.toLowerCase(Locale.ROOT).split("/", 3);
        String wantedArchitecture = architecture(wanted.length > 1 ? wanted[1] : wanted[0]);
        if (wanted.length > 1 && !wanted[0].equals(os)) {
            return false;
        }
        if (!wantedArchitecture.equals(architecture(architecture))) {
            return false;
        }
        return wanted.length < 3
                || variant.isEmpty()
                || variant(wantedArchitecture, wanted[2]).equals(variant(wantedArchitecture, variant));
    }

    private static String architecture(String name) {
        return switch (name) {
            case "x86_64", "x86-64" -> "amd64";
            case "aarch64" -> "arm64";
            case "armhf", "armel" -> "arm";
            case "i386" -> "386";
            default -> name;
        };
    }

    private static String variant(String architecture, String name) {
        String variant = name.startsWith("v") ? name : "v" + name;
        return architecture.equals("arm64") && variant.equals("v8") ? "" : variant;
    }
}
