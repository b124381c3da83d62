package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mount of a service.
 *
 * <p>One record for all the types, since the reference keeps the options of one type on a mount of another.
 *
 * @param type bind, volume, tmpfs, image, npipe or cluster
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Mount(
        @Nullable String type,
        @Nullable String source,
        @Nullable String target,
        boolean readOnly,
        @Nullable String consistency,
        @Nullable BindOptions bind,
        @Nullable VolumeOptions volume,
        @Nullable TmpfsOptions tmpfs,
        @Nullable ImageOptions image,
        Map<String, @Nullable Object> extensions) {

    /** The value of {@link #type} of a bind mount. */
    public static final String BIND = "bind";

    /** The value of {@link #type} of a named or an anonymous volume. */
    public static final String VOLUME = "volume";

    /** The value of {@link #type} of a tmpfs. */
    public static final String TMPFS = "tmpfs";

    /** The value of {@link #type} of an image. */
    public static final String IMAGE = "image";

    public Mount {
        extensions = Copies.map(extensions);
    }

    /** {@return the mount of a volume of the project} */
    public static Mount volume(String source, String target) {
        return builder().type(VOLUME).source(source).target(target).build();
    }

    /** {@return the mount of a file or folder of the host, which must be there} */
    public static Mount bind(String source, String target) {
        return builder().type(BIND).source(source).target(target).build();
    }

    /** {@return a builder without any attribute set} */
    public static MountBuilder builder() {
        return MountBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public MountBuilder toBuilder() {
        return MountBuilder.builder(this);
    }
}
