package dev.lockstep.harness.up;

import dev.lockstep.harness.run.StackLoop;
import dev.lockstep.stack.socket.TcpHandler;
import dev.lockstep.stack.socket.TcpSocket;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * One {@code --connect}: sends what it is given, hands on what comes, and closes when the other side has or when there
 * is no more to send.
 *
 * <p>Its methods as a handler run on the stack's thread, {@link #give} and {@link #end} on the one that reads input.
 */
final class Client implements TcpHandler {

    /** Pieces of input that may wait for room: enough to keep the connection busy. */
    private static final int WAITING = 16;

    private final Target target;
    private final OutputStream out;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Semaphore room = new Semaphore(WAITING);
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private final byte[] received = new byte[64 * 1024];
    private TcpSocket socket;
    private int sentOfFirst;
    private boolean open;
    private boolean inputEnded;
    private boolean closing;
    private boolean peerDone;
    private boolean weDone;
    private volatile String failure;

    Client(Target target, OutputStream out) {
        this.target = target;
        this.out = out;
    }

    /** Begins; on the stack's thread. */
    void begin(TcpSocket connecting) {
        socket = connecting;
    }

    /** Has bytes sent, and waits while too many are waiting already. */
    void give(StackLoop stack, byte[] bytes) throws InterruptedException {
        room.acquire();
        stack.ask(running -> {
            waiting.add(bytes);
            pump();
            return null;
        });
    }

    /** There is no more to send. */
    void end(StackLoop stack) {
        stack.ask(running -> {
            inputEnded = true;
            pump();
            return null;
        });
    }

    @Override
    public void connected(TcpSocket connected) {
        open = true;
        pump();
    }

    @Override
    public void writable(TcpSocket writable) {
        pump();
    }

    private void pump() {
        while (open && !closing && !waiting.isEmpty()) {
            byte[] first = waiting.peek();
            int sent = socket.send(first, sentOfFirst, first.length - sentOfFirst);
            if (sent <= 0) {
                return;
            }
            sentOfFirst += sent;
            if (sentOfFirst == first.length) {
                sentOfFirst = 0;
                waiting.remove();
                room.release();
            }
        }
        if (open && inputEnded) {
            close();
        }
    }

    private void close() {
        if (!closing) {
            closing = true;
            socket.close();
        }
    }

    @Override
    public void readable(TcpSocket readable) {
        try {
            int count;
            while ((count = readable.receive(received, 0, received.length)) > 0) {
                out.write(received, 0, count);
            }
            out.flush();
        } catch (IOException unwritable) { // whoever read it has gone, or the disk is full
            failure = "what came cannot be written to standard output: " + unwritable.getMessage();
            readable.abort();
            finish();
        }
    }

    @Override
    public void peerClosed(TcpSocket closed) {
        readable(closed);
        peerDone = true;
        close();
        endIfDone();
    }

    @Override
    public void closed(TcpSocket closed) {
        weDone = true;
        endIfDone();
    }

    private void endIfDone() {
        if (peerDone && weDone) {
            finish();
        }
    }

    @Override
    public void reset(TcpSocket reset) {
        failure = "connection reset";
        finish();
    }

    @Override
    public void refused(TcpSocket refused) {
        failure = "connection refused";
        finish();
    }

    @Override
    public void timedOut(TcpSocket late) {
        failure = "no answer";
        finish();
    }

    private void finish() {
        over.countDown();
        room.release(Integer.MAX_VALUE / 2); // whoever waits for room waits no longer
    }

    /** Waits until the connection is over. */
    void await() throws InterruptedException {
        over.await();
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** With whom and why it ended otherwise than by both sides closing. */
    Optional<String> failure() {
        return Optional.ofNullable(failure).map(why -> target + ": " + why);
    }
}
