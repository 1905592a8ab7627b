package dev.lockstep.harness.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.harness.run.Machine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {

    private static Sample sample(long bytes) {
        return new Sample(bytes, 1_000_000_000, 500_000_000, new Sample.Work(bytes / 1_000, bytes / 500, bytes / 100));
    }

    private static Result result(String name, long... bytes) {
        return new Result(
                name,
                java.util.Arrays.stream(bytes).mapToObj(ResultTest::sample).toList());
    }

    @Test
    void medianIsTheMiddleOne() {
        assertThat(result("odd", 9_000_000, 1_000_000, 5_000_000).median(Sample::megabytesPerSecond))
                .isEqualTo(5);
        assertThat(result("even", 9_000_000, 1_000_000, 5_000_000, 6_000_000).median(Sample::megabytesPerSecond))
                .isEqualTo(5.5);
    }

    @Test
    void reportComparesWithTheFirst() {
        var kernel = new Result(
                "kernel over veth", List.of(new Sample(8_000_000, 1_000_000_000, 8_000_000, Sample.Work.UNSEEN)));
        var report = new BenchReport(
                new Machine("Linux 6.18", "a processor", 2, "25"),
                Instant.EPOCH,
                1.0,
                List.of(kernel, result("into the stack, TUN", 2_000_000)));
        assertThat(report.table())
                .contains("kernel over veth               8              8..8      1.00")
                .contains("into the stack, TUN            2              2..2    250.00      2.00      10.0")
                .contains("into the stack, TUN: the kernel is 4.0 times as fast");
        assertThat(report.table().lines()).allMatch(line -> line.length() <= 100);
        assertThat(report.json().at("/results/1/samples/0/bytes").asLong()).isEqualTo(2_000_000);
    }
}
