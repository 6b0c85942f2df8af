package com.texchange.overview;

import com.texchange.onboarding.Stage;
import java.util.Map;
import java.util.stream.Stream;

/** How many onboardings under way there are, by stage and age. */
public record AgeTable(Map<Stage, Map<AgeClass, Integer>> counts) {

    public int count(Stage stage, AgeClass age) {
        return counts.getOrDefault(stage, Map.of()).getOrDefault(age, 0);
    }

    public int total() {
        return counts.values().stream().flatMap(ages -> ages.values().stream()).mapToInt(Integer::intValue).sum();
    }

    /** The stages that an onboarding can wait at, in their order. */
    public static Stream<Stage> stages() {
        return Stream.of(Stage.values()).filter(Stage::isUnderWay);
    }
}
