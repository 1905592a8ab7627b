package dev.lockstep.harness.bench.micro;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of this package in a JVM of their own; JMH prints what it does and finds. */
public final class Micro {

    private Micro() {}

    /** @param pattern a regular expression that the names of benchmarks hold; empty for all */
    public static void run(String pattern) throws RunnerException {
        Options options = new OptionsBuilder()
                .include("dev\\.lockstep\\.harness\\.bench\\.micro\\..*" + pattern)
                .forks(1)
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED")
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler("gc")
                .build();
        new Runner(options).run();
    }
}
