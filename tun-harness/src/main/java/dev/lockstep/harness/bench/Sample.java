package dev.lockstep.harness.bench;

/**
 * One measurement of a bulk transfer in full flow.
 *
 * @param bytes of text that arrived
 * @param nanos in which they did
 * @param cpuNanos of the whole process in that time: both ends of the transfer and the kernel's work on their behalf
 * @param work what the stack did in that time; none where the kernel is both ends
 */
record Sample(long bytes, long nanos, long cpuNanos, Work work) {

    /**
     * What the stack's thread did.
     *
     * @param segments received and sent
     * @param systemCalls that it made
     * @param allocated bytes on the heap
     */
    record Work(long segments, long systemCalls, long allocated) {

        /** Of ends that nobody can look into. */
        static final Work UNSEEN = new Work(0, 0, 0);

        double callsPerSegment() {
            return segments == 0 ? Double.NaN : (double) systemCalls / segments;
        }

        double allocatedPerSegment() {
            return segments == 0 ? Double.NaN : (double) allocated / segments;
        }
    }

    double megabytesPerSecond() {
        return bytes * 1e3 / nanos;
    }

    double gigabitsPerSecond() {
        return bytes * 8.0 / nanos;
    }

    double cpuSecondsPerGigabyte() {
        return (double) cpuNanos / bytes;
    }

    double segmentsPerSecond() {
        return work.segments * 1e9 / nanos;
    }
}
