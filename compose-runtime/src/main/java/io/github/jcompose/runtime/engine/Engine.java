package io.github.jcompose.runtime.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Docker Engine, or what speaks its API. Any number of threads may use it at once. Each method waits for the
 * answer on the caller's thread, throws an {@link io.github.jcompose.runtime.error.EngineException} if the engine
 * says no or does not answer, and gives up when the thread is interrupted.
 */
public interface Engine extends AutoCloseable {
    /** {@return what the engine can; asked once ({@code GET /_ping})} */
    EngineInfo info();

    /** {@return what the engine says of itself ({@code GET /version})} */
    EngineVersion version();

    /** {@return its containers} */
    Containers containers();

    /** {@return the processes in its containers} */
    Execs execs();

    /** {@return its networks} */
    Networks networks();

    /** {@return its volumes} */
    Volumes volumes();

    /** {@return its images} */
    Images images();

    /** {@return the swarm that it belongs to} */
    Swarm swarm();

    /**
     * {@return what happens on it from now on ({@code GET /events})}
     *
     * <p>Who asks for a state after this has returned hears of each change to it.
     *
     * @param since null for now
     * @param until null for no end
     */
    MessageStream<EngineEvent> events(Filters filters, @Nullable Instant since, @Nullable Instant until);

    /** {@return the answer of any other endpoint; must be closed} */
    EngineResponse request(EngineRequest request);

    /**
     * {@return the connection after a request that turns it over to another protocol; must be closed}
     *
     * @param protocol such as {@code tcp} or {@code h2c}
     */
    Duplex upgrade(EngineRequest request, String protocol);

    /** Ends all connections; requests and streams that wait fail or end. */
    @Override
    void close();
}
