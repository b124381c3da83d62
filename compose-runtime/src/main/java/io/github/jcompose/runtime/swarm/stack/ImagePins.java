package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out which image a name means now, so that all nodes of a swarm run the same. */
final class ImagePins {
    private final Surroundings surroundings;

    ImagePins(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * An image, tied down.
     *
     * @param image with its digest; just with its tag if the registry did not tell one
     * @param platforms that it is there for; empty if not known
     */
    record Pin(String image, List<Map<String, String>> platforms) {}

    /** {@return the pins of the images; all registries are asked at the same time} */
    Map<String, Pin> of(Collection<String> images) {
        Map<String, Pin> pins = new ConcurrentHashMap<>();
        surroundings
                .workers()
                .forEach(images, image -> pins.put(image, surroundings.workers().limited(() -> of(image))));
        return pins;
    }

    private Pin of(String image) {
        ImageName name = ImageName.parse(image);
        String tagged = name.shortName() + (name.tag().isEmpty() ? "" : ":" + name.tag());
        try {
            JsonObject told = surroundings
                    .swarm()
                    .distribution(image, surroundings.credentials().apply(image));
            String digest = name.digest().isEmpty() ? told.object("Descriptor").string("digest") : name.digest();
            List<Map<String, String>> platforms =
                    told.objects("Platforms").stream().map(ImagePins::platform).toList();
            return new Pin(digest.isEmpty() ? tagged : tagged + "@" + digest, platforms);
        } catch (EngineInterruptedException e) {
            throw e;
        } catch (EngineException e) {
            surroundings
                    .events()
                    .warn("image " + image + " could not be asked for in its registry, so each node uses what it finds"
                            + " under that name, and they may differ: " + Surroundings.reason(e));
            return new Pin(name.digest().isEmpty() ? tagged : tagged + "@" + name.digest(), List.of());
        }
    }

    private static Map<String, String> platform(JsonObject platform) {
        Map<String, String> fields = new TreeMap<>();
        // Which of the 32-bit ARMs it is stands elsewhere; the nodes name themselves otherwise.
        if (!platform.string("architecture").equals("arm")) {
            fields.put("Architecture", platform.string("architecture"));
        }
        fields.put("OS", platform.string("os"));
        return fields;
    }
}
