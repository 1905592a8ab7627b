package dev.lockstep.harness.bench;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * One end of a transfer that is a kernel socket: a thread that writes or reads as fast as it can. It runs on a platform
 * thread of the network namespace in which the socket was opened.
 */
final class Pump implements AutoCloseable {

    /** Large enough that system calls do not count, small enough for the cache. */
    private static final int CHUNK = 256 * 1024;

    private final SocketChannel channel;
    private final Thread thread;
    private volatile long moved;

    private Pump(SocketChannel channel, String name, Transfer transfer) {
        this.channel = channel;
        this.thread = Thread.ofPlatform().daemon().name(name).start(() -> run(transfer));
    }

    private interface Transfer {
        int move(ByteBuffer buffer) throws IOException;
    }

    static Pump writing(SocketChannel channel) {
        return new Pump(channel, "bench-writer", channel::write);
    }

    static Pump reading(SocketChannel channel) {
        return new Pump(channel, "bench-reader", channel::read);
    }

    private void run(Transfer transfer) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
        long total = 0;
        try {
            while (true) {
                buffer.clear();
                int count = transfer.move(buffer);
                if (count < 0) {
                    return;
                }
                total += count;
                moved = total;
            }
        } catch (IOException over) {
            // The other end, or close(), has ended it.
        }
    }

    /** Bytes that this end has read or written. */
    long moved() {
        return moved;
    }

    /** Ends the connection with a reset, so that nothing of it is left for the next transfer. */
    @Override
    public void close() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        } catch (IOException alreadyOver) {
            // what was wanted
        }
        try {
            thread.join(1_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
