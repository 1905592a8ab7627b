package dev.lockstep.stack.tcp;

/**
 * Values found by a 64-bit key: open addressing with linear probing in plain arrays.
 *
 * <p>The capacity is fixed and twice the number of values allowed, so probes stay short and nothing is ever allocated
 * or moved wholesale. The hash is keyed: a peer that chooses its ports and addresses cannot make keys collide.
 * Removal moves later entries back, so that no tombstones pile up under churn.
 */
final class KeyedTable<V> {

    private final SipKey secret;
    private final long[] keys;
    private final Object[] values;
    private final int mask;
    private final int limit;
    private int size;

    /** @param limit how many values it holds at most */
    KeyedTable(int limit, SipKey secret) {
        this.secret = secret;
        this.limit = limit;
        int capacity = Integer.highestOneBit(Math.max(limit, 1)) * 4;
        this.keys = new long[capacity];
        this.values = new Object[capacity];
        this.mask = capacity - 1;
    }

    int size() {
        return size;
    }

    boolean full() {
        return size == limit;
    }

    /** The value of a key, or null. */
    @SuppressWarnings("unchecked")
    V get(long key) {
        return (V) values[find(key)];
    }

    /**
     * Stores a value under a key that has none.
     *
     * @throws IllegalStateException if the key has a value or the table is full: the caller has to ask first
     */
    void put(long key, V value) {
        int at = find(key);
        if (values[at] != null || full()) {
            throw new IllegalStateException(full() ? "table is full" : "key is taken");
        }
        keys[at] = key;
        values[at] = value;
        size++;
    }

    /** Removes a key, if it is here. */
    void remove(long key) {
        int hole = find(key);
        if (values[hole] == null) {
            return;
        }
        size--;
        for (int i = hole + 1 & mask; values[i] != null; i = i + 1 & mask) {
            int home = home(keys[i]);
            // The entry may fill the hole unless its home lies behind the hole, going round, where a search starts.
            if ((i - home & mask) >= (i - hole & mask)) {
                keys[hole] = keys[i];
                values[hole] = values[i];
                hole = i;
            }
        }
        values[hole] = null;
    }

    private int find(long key) {
        int i = home(key);
        while (values[i] != null && keys[i] != key) {
            i = i + 1 & mask;
        }
        return i;
    }

    private int home(long key) {
        return (int) secret.hash(key) & mask;
    }
}
