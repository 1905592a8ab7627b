package dev.lockstep.harness.check.tlc;

/** Numbers of messages and of exits, from TLC's class {@code tlc2.output.EC}. They are the same in all versions since 2018. */
final class Codes {

    static final int OUT_OF_MEMORY = 1001;
    static final int OUT_OF_MEMORY_TOO_MANY_INITIAL_STATES = 1002;
    static final int STACK_OVERFLOW = 1005;
    static final int ASSUMPTION_FALSE = 2104;
    static final int ASSUMPTION_EVALUATION = 2105;
    static final int INVARIANT_VIOLATED_INITIALLY = 2107;
    static final int PROPERTY_VIOLATED_INITIALLY = 2108;
    static final int INVARIANT_VIOLATED = 2110;
    static final int ACTION_PROPERTY_VIOLATED = 2112;
    static final int DEADLOCK = 2114;
    static final int TEMPORAL_VIOLATED = 2116;
    static final int BEHAVIOR_FOLLOWS = 2121;
    static final int BACK_TO_STATE = 2122;
    static final int ASSERTION_FAILED = 2132;
    static final int CALL_STACK = 2103;
    static final int FINISHED = 2186;
    static final int CHECKING_TEMPORAL = 2192;
    static final int SUCCESS = 2193;
    static final int DEPTH = 2194;
    static final int STATISTICS = 2199;
    static final int PROGRESS = 2200;
    static final int SIMULATION_PROGRESS = 2209;
    static final int STATE = 2217;
    static final int STUTTERING = 2218;
    static final int COUNTEREXAMPLE_FOLLOWS = 2264;

    private Codes() {}
}
