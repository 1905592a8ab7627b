package dev.lockstep.harness.tun;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The test makes network namespaces and TUN devices inside this JVM. Where that is not allowed it is skipped, and the
 * report says why and what would make it run.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsTun.Condition.class)
public @interface NeedsTun {

    /** Asks once. */
    final class Condition implements ExecutionCondition {

        private static final ConditionEvaluationResult RESULT = evaluate();

        private static ConditionEvaluationResult evaluate() {
            return switch (TunSupport.probe()) {
                case TunSupport.Available(TunSupport.Means means) ->
                    switch (means) {
                        case AS_ROOT -> ConditionEvaluationResult.enabled("TUN devices are to be had");
                        case USER_NAMESPACE ->
                            ConditionEvaluationResult.disabled(
                                    "NOT RUN: needs TUN inside this JVM; run the build in a namespace: unshare -rn mvn verify");
                    };
                case TunSupport.Missing(String place, String reason, String fix) ->
                    ConditionEvaluationResult.disabled("NOT RUN: " + place + ": " + reason + "; " + fix);
            };
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return RESULT;
        }
    }
}
