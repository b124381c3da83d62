package io.github.jcompose.runtime.engine.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Carries on with a wait that has come to its time limit, for as long as there is a reason to. */
final class PatientTransport implements Transport {
    private final Transport transport;
    private volatile BooleanSupplier reason = () -> false;

    PatientTransport(Transport transport) {
        this.transport = transport;
    }

    /** Sets what is asked whenever a wait has come to its time limit; true to wait as long again. */
    void waitWhile(BooleanSupplier reason) {
        this.reason = reason;
    }

    @Override
    public int read(ByteBuffer target, int timeoutMillis) throws IOException {
        while (true) {
            try {
                return transport.read(target, timeoutMillis);
            } catch (NothingYet e) {
                throw e;
            } catch (SocketTimeoutException e) {
                goOnOrFail(e);
            }
        }
    }

    @Override
    public void write(ByteBuffer source, int timeoutMillis) throws IOException {
        while (true) {
            try {
                transport.write(source, timeoutMillis);
                return;
            } catch (SocketTimeoutException e) {
                goOnOrFail(e);
            }
        }
    }

    private void goOnOrFail(SocketTimeoutException nothingCame) throws IOException {
        if (!reason.getAsBoolean()) {
            Readiness.failIfInterrupted();
            throw nothingCame;
        }
    }

    @Override
    public void shutdownOutput() throws IOException {
        transport.shutdownOutput();
    }

    @Override
    public @Nullable SelectableChannel channel() {
        return transport.channel();
    }

    @Override
    public boolean isReadable() {
        return transport.isReadable();
    }

    @Override
    public void close() {
        transport.close();
    }
}
