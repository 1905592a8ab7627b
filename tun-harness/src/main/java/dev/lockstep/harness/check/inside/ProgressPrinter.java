package dev.lockstep.harness.check.inside;

import java.lang.reflect.Field;
import tlc2.TLCGlobals;
import tlc2.tool.ModelChecker;
import tlc2.tool.Simulator;

/** Prints how far TLC is, twice a second: TLC itself does so once a minute, and has no option for that. */
final class ProgressPrinter implements Runnable {

    private static final long PERIOD_MS = 500;

    static void start() {
        var thread = new Thread(new ProgressPrinter(), "progress");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(PERIOD_MS);
                print();
            }
        } catch (LinkageError anotherTlc) {
            // Without progress, then.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void print() {
        if (TLCGlobals.simulator != null) {
            printRuns(TLCGlobals.simulator);
            return;
        }
        if (!(TLCGlobals.mainChecker instanceof ModelChecker checker)) {
            return;
        }
        try {
            System.out.println(ProgressLine.of(
                    checker.getStatesGenerated(), checker.getDistinctStatesGenerated(), checker.getStateQueueSize()));
        } catch (RuntimeException notReadyYet) {
            // TLC builds its checker bit by bit.
        }
    }

    /** It counts them, and shows them to nobody. */
    private static void printRuns(Simulator simulator) {
        try {
            System.out.println(
                    ProgressLine.ofRuns(count(simulator, "numOfGenStates"), count(simulator, "numOfGenTraces")));
        } catch (ReflectiveOperationException | RuntimeException anotherTlc) {
            // Without progress, then.
        }
    }

    private static long count(Simulator simulator, String name) throws ReflectiveOperationException {
        Field field = Simulator.class.getDeclaredField(name);
        field.setAccessible(true);
        return ((Number) field.get(simulator)).longValue();
    }
}
