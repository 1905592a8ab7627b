package dev.lockstep.harness.tun;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * What other threads ask the loop's thread to do. A poster makes a system call only if the loop sleeps.
 *
 * <p>Either a command is run, or its future says why not: also when the loop ends while it is being posted.
 */
final class LoopCommands {

    /** Guards everything below; held for a few instructions. */
    private final Object lock = new Object();

    private final Queue<Command<?>> waiting = new ArrayDeque<>();
    private boolean sleeping;
    private Throwable closedBy;
    private boolean closed;

    private record Command<T>(Callable<T> task, CompletableFuture<T> result) {

        void run() {
            try {
                result.complete(task.call());
            } catch (Throwable thrown) {
                result.completeExceptionally(thrown);
            }
        }
    }

    /** @return whether the loop sleeps and has to be woken, which falls to this caller alone */
    <T> boolean post(Callable<T> task, CompletableFuture<T> result) {
        synchronized (lock) {
            if (closed) {
                result.completeExceptionally(new RejectedExecutionException("the loop has ended", closedBy));
                return false;
            }
            waiting.add(new Command<>(task, result));
            boolean wake = sleeping;
            sleeping = false;
            return wake;
        }
    }

    /** Runs what has been posted, but not what that posts. By the loop's thread. @return whether there was something */
    boolean run() {
        int count;
        synchronized (lock) {
            count = waiting.size();
        }
        for (int i = 0; i < count; i++) {
            Command<?> command;
            synchronized (lock) {
                command = waiting.remove();
            }
            command.run();
        }
        return count > 0;
    }

    /** @return false where there is something to do instead of sleeping */
    boolean tryToSleep() {
        synchronized (lock) {
            sleeping = waiting.isEmpty();
            return sleeping;
        }
    }

    void awake() {
        synchronized (lock) {
            sleeping = false;
        }
    }

    /** Takes nothing more, and tells those who wait. */
    void close(Throwable cause) {
        Command<?> command;
        while (true) {
            synchronized (lock) {
                closed = true;
                closedBy = cause;
                command = waiting.poll();
            }
            if (command == null) {
                return;
            }
            command.result.completeExceptionally(new RejectedExecutionException("the loop has ended", cause));
        }
    }
}
