package io.github.jcompose.runtime.engine.grpc;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.jspecify.annotations.Nullable;

/** Takes what the other side says, frame by frame. Used by one thread. */
final class FrameReader {
    private static final int HEADER_TABLE = 4096;
    private static final int HEADERS_LIMIT = 1 << 20;
    private static final int PRIORITY_SIZE = 5;

    private final Http2Link link;
    private final Windows windows;
    private final HPackDecoder decoder = new HPackDecoder(HEADER_TABLE, StandardCharsets.US_ASCII);
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private boolean blockEndsStream;

    FrameReader(Http2Link link, Windows windows) {
        this.link = link;
        this.windows = windows;
    }

    void take(@Nullable RawFrame frame) throws IOException {
        if (frame == null) {
            throw new EOFException("the engine closed the connection");
        }
        FrameType type = FrameType.valueOf(frame.getType());
        if (type == null) {
            return;
        }
        switch (type) {
            case HEADERS -> {
                blockEndsStream = frame.isFlagSet(FrameFlag.END_STREAM);
                ByteBuffer content = content(frame);
                if (frame.isFlagSet(FrameFlag.PRIORITY)) {
                    content.position(content.position() + PRIORITY_SIZE);
                }
                header(frame, content);
            }
            case CONTINUATION -> header(frame, content(frame));
            case DATA -> data(frame);
            case SETTINGS -> settings(frame);
            case WINDOW_UPDATE ->
                windows.add(frame.getStreamId(), content(frame).getInt() & Integer.MAX_VALUE);
            case PING -> {
                if (!frame.isFlagSet(FrameFlag.ACK)) {
                    link.write(Http2Link.frames().createPingAck(content(frame)));
                }
            }
            case RST_STREAM -> reset(frame.getStreamId(), content(frame).getInt());
            case GOAWAY -> goAway(content(frame));
            default -> {}
        }
    }

    private static ByteBuffer content(RawFrame frame) {
        ByteBuffer content = frame.getPayloadContent();
        return content == null ? ByteBuffer.allocate(0) : content;
    }

    private void header(RawFrame frame, ByteBuffer content) throws IOException {
        byte[] piece = new byte[content.remaining()];
        content.get(piece);
        block.writeBytes(piece);
        if (block.size() > HEADERS_LIMIT) {
            throw new IOException("the engine sends headers without end");
        }
        if (!frame.isFlagSet(FrameFlag.END_HEADERS)) {
            return;
        }
        List<Header> headers;
        try {
            headers = decoder.decodeHeaders(ByteBuffer.wrap(block.toByteArray()));
        } catch (org.apache.hc.core5.http2.hpack.HPackException e) {
            throw new IOException("no HTTP/2: " + e.getMessage(), e);
        }
        block.reset();
        int id = frame.getStreamId();
        Http2Stream known = link.stream(id);
        Http2Stream stream = known == null ? link.accept(id) : known;
        if (stream != null) {
            stream.headers(headers, blockEndsStream);
            if (known == null) {
                link.arrived(stream);
            }
        }
    }

    private void data(RawFrame frame) throws IOException {
        int length = frame.getLength();
        if (length > 0) {
            // The room of all streams together is given back at once; that of the stream when it was read.
            link.write(Http2Link.frames().createWindowUpdate(0, length));
        }
        Http2Stream stream = link.stream(frame.getStreamId());
        if (stream != null) {
            stream.data(content(frame), length, frame.isFlagSet(FrameFlag.END_STREAM));
        }
    }

    private void settings(RawFrame frame) throws IOException {
        if (frame.isFlagSet(FrameFlag.ACK)) {
            return;
        }
        ByteBuffer content = content(frame);
        while (content.remaining() >= 6) {
            int code = content.getShort();
            int value = content.getInt();
            if (code == H2Param.INITIAL_WINDOW_SIZE.getCode()) {
                windows.initial(value);
            }
        }
        link.write(Http2Link.frames().createSettingsAck());
    }

    private void reset(int id, int code) {
        windows.refuse(id);
        Http2Stream stream = link.stream(id);
        if (stream != null) {
            stream.lost(
                    code == H2Error.NO_ERROR.getCode()
                            ? new EOFException("the engine ended the call")
                            : new GrpcException(GrpcException.CANCELLED, "the engine gave the call up"));
        }
    }

    private void goAway(ByteBuffer content) {
        int last = content.getInt() & Integer.MAX_VALUE;
        for (Http2Stream stream : link.streams()) {
            if (stream.id() > last && stream.isOwn()) {
                stream.lost(new IOException("the engine takes no more calls"));
            }
        }
    }
}
