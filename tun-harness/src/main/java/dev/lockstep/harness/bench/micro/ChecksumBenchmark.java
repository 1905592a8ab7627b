package dev.lockstep.harness.bench.micro;

import dev.lockstep.stack.wire.Checksum;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The Internet checksum over a header, a full segment, and the longest one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChecksumBenchmark {

    @Param({"20", "1460", "65495"})
    private int bytes;

    private MemorySegment packet;

    @Setup
    public void fill() {
        packet = Arena.ofAuto().allocate(65_536, 64);
        for (int i = 0; i < bytes; i++) {
            packet.set(ValueLayout.JAVA_BYTE, i, (byte) (i * 31));
        }
    }

    @Benchmark
    public long checksum() {
        return Checksum.sum(packet, 0, bytes);
    }
}
