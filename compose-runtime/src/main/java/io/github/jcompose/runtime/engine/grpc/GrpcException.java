package io.github.jcompose.runtime.engine.grpc;

import java.io.IOException;

/** A method ended with another status than OK. */
public final class GrpcException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The caller gave up. */
    public static final int CANCELLED = 1;

    public static final int UNKNOWN = 2;
    public static final int NOT_FOUND = 5;
    /** There is no such method. */
    public static final int UNIMPLEMENTED = 12;

    public static final int INTERNAL = 13;

    private final int code;
    private final transient byte[] details;

    /**
     * @param code a code of the gRPC specification
     * @param details a message {@code google.rpc.Status}; empty for none
     */
    public GrpcException(int code, String message, byte[] details) {
        super(message);
        this.code = code;
        this.details = details.clone();
    }

    /** An end without details. */
    public GrpcException(int code, String message) {
        this(code, message, new byte[0]);
    }

    /** {@return the code of the gRPC specification} */
    public int code() {
        return code;
    }

    /** {@return a message {@code google.rpc.Status}; empty for none} */
    public byte[] details() {
        return details == null ? new byte[0] : details.clone();
    }
}
