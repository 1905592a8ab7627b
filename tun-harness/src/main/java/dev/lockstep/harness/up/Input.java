package dev.lockstep.harness.up;

import dev.lockstep.harness.run.StackLoop;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** Reads standard input and gives it to every client; a daemon, since nothing can end a read of a terminal. */
final class Input {

    private static final int CHUNK = 16 * 1024;

    private Input() {}

    static void feed(InputStream in, StackLoop stack, List<Client> clients) {
        Thread.ofPlatform().daemon().name("up-input").start(() -> {
            try {
                pump(in, stack, clients);
            } catch (IllegalStateException ended) {
                // The stack has ended, and says itself why.
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void pump(InputStream in, StackLoop stack, List<Client> clients) throws InterruptedException {
        byte[] chunk = new byte[CHUNK];
        while (true) {
            int count;
            try {
                count = in.read(chunk);
            } catch (IOException unreadable) {
                count = -1;
            }
            for (Client client : clients) {
                if (client.isOver()) {
                    continue;
                }
                if (count < 0) {
                    client.end(stack);
                } else {
                    client.give(stack, Arrays.copyOf(chunk, count));
                }
            }
            if (count < 0) {
                return;
            }
        }
    }
}
