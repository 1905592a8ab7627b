package dev.lockstep.properties.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.stack.time.TimerQueue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The heap of timers against a list that is sorted each time. */
class TimerQueueProperties {

    private static final int TIMERS = 12;

    /** What may happen: time moves on and all due timers expire, or one timer is armed or cancelled. */
    record Step(int kind, int timer, int time) {}

    /** When a timer of the model is due, and how many were armed before it. */
    record Armed(int timer, long deadline, int turn) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, TIMERS - 1),
                        Arbitraries.integers().between(0, 30))
                .as(Step::new)
                .list()
                .ofMaxSize(200);
    }

    @Property
    void behavesAsASortedList(@ForAll("steps") List<Step> steps) {
        TimerQueue queue = new TimerQueue(TIMERS / 2);
        queue.grow(TIMERS);
        Map<Integer, Armed> model = new HashMap<>();
        long now = 0;
        int turn = 0;
        for (Step step : steps) {
            switch (step.kind()) {
                case 0 -> {
                    now += step.time();
                    expireAll(queue, model, now);
                }
                case 1 -> {
                    queue.cancel(step.timer());
                    model.remove(step.timer());
                }
                default -> {
                    queue.arm(step.timer(), now + step.time());
                    model.put(step.timer(), new Armed(step.timer(), now + step.time(), turn++));
                }
            }
            assertThat(queue.armed()).isEqualTo(model.size());
            assertThat(queue.armed(step.timer())).isEqualTo(model.containsKey(step.timer()));
            assertThat(queue.nextDeadline())
                    .isEqualTo(model.values().stream()
                            .mapToLong(Armed::deadline)
                            .min()
                            .orElse(TimerQueue.NEVER));
        }
    }

    private static void expireAll(TimerQueue queue, Map<Integer, Armed> model, long now) {
        List<Armed> due = model.values().stream()
                .filter(armed -> armed.deadline() <= now)
                .sorted(Comparator.comparingLong(Armed::deadline).thenComparingInt(Armed::turn))
                .toList();
        for (Armed armed : due) {
            assertThat(queue.expire(now)).isEqualTo(armed.timer());
            model.remove(armed.timer());
        }
        assertThat(queue.expire(now)).isEqualTo(TimerQueue.NONE);
    }
}
