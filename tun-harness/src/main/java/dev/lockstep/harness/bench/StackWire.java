package dev.lockstep.harness.bench;

import com.sun.management.ThreadMXBean;
import dev.lockstep.harness.run.StackLoop;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** The stack at one end of a TUN device, the kernel at the other. The stack's program keeps no byte. */
final class StackWire implements Wire {

    private static final int INWARD_PORT = 9;
    private static final int OUTWARD_PORT = 19;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final StackLoop stack;
    private final InetAddress address;
    private final boolean inward;
    private final Program program;
    private final long threadId;

    /**
     * @param stack runs already; shared by both directions
     * @param inward whether the stack receives
     */
    StackWire(StackLoop stack, InetAddress address, boolean inward) throws Exception {
        this.stack = stack;
        this.address = address;
        this.inward = inward;
        this.program = inward ? new Sink() : new Source();
        this.threadId = stack.ask(running -> {
            running.listen(inward ? INWARD_PORT : OUTWARD_PORT, socket -> program);
            return Thread.currentThread().threadId();
        });
    }

    /** What runs on the stack. */
    private interface Program extends TcpHandler {
        long received();
    }

    private static final class Sink implements Program {
        private final MemorySegment bytes = Arena.ofAuto().allocate(64 * 1024);
        private long total;
        private volatile long received;

        @Override
        public void readable(TcpSocket socket) {
            int count;
            while ((count = socket.receive(bytes, 0, (int) bytes.byteSize())) > 0) {
                total += count;
            }
            received = total;
        }

        @Override
        public long received() {
            return received;
        }
    }

    private static final class Source implements Program {
        private final MemorySegment bytes = Arena.ofAuto().allocate(64 * 1024);

        @Override
        public void connected(TcpSocket socket) {
            writable(socket);
        }

        @Override
        public void writable(TcpSocket socket) {
            while (socket.send(bytes, 0, (int) bytes.byteSize()) == bytes.byteSize()) {
                // until there is no room
            }
        }

        @Override
        public long received() {
            return 0;
        }
    }

    @Override
    public String name() {
        return inward ? "into the stack, TUN" : "out of the stack, TUN";
    }

    @Override
    public Flow start() throws IOException {
        int port = inward ? INWARD_PORT : OUTWARD_PORT;
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(address, port));
        Pump pump = inward ? Pump.writing(channel) : Pump.reading(channel);
        return new Flow() {
            @Override
            public long received() {
                return inward ? program.received() : pump.moved();
            }

            @Override
            public Sample.Work work() {
                return workSoFar();
            }

            @Override
            public void close() {
                pump.close();
            }
        };
    }

    private Sample.Work workSoFar() {
        long allocated = THREADS.getThreadAllocatedBytes(threadId);
        return stack.ask(running -> {
            var device = stack.counts().device();
            return new Sample.Work(device.reads() + device.writes(), device.systemCalls(), allocated);
        });
    }

    @Override
    public void close() {
        // The stack belongs to both directions.
    }
}
