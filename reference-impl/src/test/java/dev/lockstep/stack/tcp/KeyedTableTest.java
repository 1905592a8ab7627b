package dev.lockstep.stack.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyedTableTest {

    private final KeyedTable<String> table = new KeyedTable<>(4, new SipKey(1, 2));

    @Test
    void finds_what_was_put() {
        table.put(7, "seven");
        assertThat(table.get(7)).isEqualTo("seven");
        assertThat(table.get(8)).isNull();
    }

    @Test
    void refuses_more_than_it_was_made_for() {
        for (long key = 0; key < 4; key++) {
            table.put(key, "value");
        }
        assertThat(table.full()).isTrue();
        assertThatThrownBy(() -> table.put(4, "one too many")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> table.put(3, "again")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void agrees_with_a_map_under_churn() {
        KeyedTable<Long> churned = new KeyedTable<>(64, new SipKey(3, 4));
        Map<Long, Long> model = new HashMap<>();
        SplittableRandom random = new SplittableRandom(20);
        for (long step = 0; step < 200_000; step++) {
            long key = random.nextLong(100);
            if (model.remove(key) != null) {
                churned.remove(key);
            } else if (!churned.full()) {
                model.put(key, step);
                churned.put(key, step);
            }
            long other = random.nextLong(100);
            assertThat(churned.get(other)).isEqualTo(model.get(other));
        }
        assertThat(churned.size()).isEqualTo(model.size());
    }
}
