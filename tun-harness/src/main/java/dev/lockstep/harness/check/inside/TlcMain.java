package dev.lockstep.harness.check.inside;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Starts TLC in a JVM that does not outlive the one that wanted it. Whoever started us holds the other end of our standard
 * input: when that end closes, for whatever reason, even a {@code kill -9}, we remove our temporary folder and are gone.
 */
public final class TlcMain {

    private TlcMain() {}

    public static void main(String[] args) throws Exception {
        var watch = new Thread(TlcMain::watchParent, "watch-parent");
        watch.setDaemon(true);
        watch.start();
        ProgressPrinter.start();
        tlc2.TLC.main(args);
    }

    private static void watchParent() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes to us. What counts is that somebody could.
            }
        } catch (IOException closed) {
            // As good as an end of file.
        }
        Folders.delete(Path.of(System.getProperty("java.io.tmpdir")));
        Runtime.getRuntime().halt(143);
    }
}
