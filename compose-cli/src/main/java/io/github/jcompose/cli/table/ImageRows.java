package io.github.jcompose.cli.table;

import io.github.jcompose.cli.text.Ages;
import io.github.jcompose.cli.text.Sizes;
import io.github.jcompose.runtime.inspect.ImageInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Describes images of containers as {@code docker compose images} does.
 *
 * @param clock tells how old they are
 */
public record ImageRows(Clock clock) {
    /** The headings of the fields in a table by a template. */
    public static final Map<String, String> HEADINGS = Map.of(
            "Container", "CONTAINER",
            "ContainerName", "CONTAINER",
            "Created", "CREATED",
            "ID", "IMAGE ID",
            "LastTagTime", "LAST TAG TIME",
            "Platform", "PLATFORM",
            "Repository", "REPOSITORY",
            "Service", "SERVICE",
            "Size", "SIZE",
            "Tag", "TAG");

    private static final String NONE = "<none>";
    private static final String UNKNOWN = "N/A";
    /** What Go writes for a time that is not there. */
    private static final String NO_TIME = "0001-01-01T00:00:00Z";

    private static final int SHORT_ID = 12;

    /** {@return a table with a line for each image} */
    public String table(List<ImageInfo> images) {
        Table table = new Table(20, 3, "CONTAINER", "REPOSITORY", "TAG", "PLATFORM", "IMAGE ID", "SIZE", "CREATED");
        for (ImageInfo image : images) {
            table.add(
                    image.container(),
                    or(image.repository(), NONE),
                    or(image.tag(), NONE),
                    or(image.platform(), UNKNOWN),
                    shortId(image),
                    size(image),
                    age(image));
        }
        return table.render();
    }

    /** {@return what a template may ask of an image} */
    public Map<String, Object> fields(ImageInfo image) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("Container", image.container());
        fields.put("ContainerName", image.container());
        fields.put("Created", age(image));
        fields.put("ID", shortId(image));
        fields.put("LastTagTime", time(image.lastTagged()));
        fields.put("Platform", or(image.platform(), UNKNOWN));
        fields.put("Repository", or(image.repository(), NONE));
        fields.put("Service", image.service());
        fields.put("Size", size(image));
        fields.put("Tag", or(image.tag(), NONE));
        return fields;
    }

    /** {@return what {@code --format json} shows of an image} */
    public Map<String, Object> object(ImageInfo image) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("ID", image.id());
        object.put("ContainerName", image.container());
        object.put("Repository", image.repository());
        object.put("Tag", image.tag());
        object.put("Platform", image.platform());
        object.put("Size", image.size());
        object.put("Created", time(image.created()));
        object.put("LastTagTime", time(image.lastTagged()));
        return object;
    }

    /** {@return the id without the name of its algorithm} */
    public static String id(ImageInfo image) {
        return image.id().substring(image.id().indexOf(':') + 1);
    }

    private static String shortId(ImageInfo image) {
        String id = id(image);
        return id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID);
    }

    private static String size(ImageInfo image) {
        return image.platform().isEmpty() ? UNKNOWN : Sizes.brief(image.size());
    }

    private String age(ImageInfo image) {
        Instant created = image.created();
        return created == null ? UNKNOWN : Ages.of(Duration.between(created, clock.instant())) + " ago";
    }

    private static String time(@Nullable Instant time) {
        return time == null ? NO_TIME : time.toString();
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
