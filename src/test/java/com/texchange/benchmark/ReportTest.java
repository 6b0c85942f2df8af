package com.texchange.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final Samples OURS = new Samples(List.of(3.0, 4.0, 5.0));
    private static final Samples FLOOR = new Samples(List.of(2.0, 2.0, 2.0));

    private final Report report = new Report();

    @Test
    void eachLineSaysWhatItsMediansAreAndHowTheyRelate() {
        report.add(Line.of("page", "ms", OURS, FLOOR), false);

        JsonNode line = JsonMapper.builder().build().readTree(report.json()).get(0);
        assertThat(line.propertyNames()).contains("name", "ours", "floor", "ratio", "spread", "unit", "runs");
        assertThat(line.get("name").asString()).isEqualTo("page");
        assertThat(line.get("unit").asString()).isEqualTo("ms");
        assertThat(line.get("ours").asDouble()).isEqualTo(4);
        assertThat(line.get("floor").asDouble()).isEqualTo(2);
        assertThat(line.get("ratio").asDouble()).isEqualTo(2);
        assertThat(line.get("spread").asDouble()).isEqualTo(0.25);
        assertThat(line.get("runs").asInt()).isEqualTo(3);
        assertThat(line.get("growth").isNull()).isTrue();
    }

    @Test
    void aLineGrowsFromTheOneOfTheSameNameWithATenth() {
        report.add(Line.of("page", "ms", FLOOR, FLOOR), true);
        report.add(Line.of("other", "ms", OURS, FLOOR), true);
        report.add(Line.of("page", "ms", OURS, FLOOR), false);

        assertThat(report.lines()).extracting(Line::name).containsExactly("page");
        assertThat(report.lines()).extracting(Line::growth).containsExactly(2.0);
    }

    @Test
    void nothingIsDividedByAFloorOfNothing() {
        Line line = Line.of("counts", "statements", FLOOR, new Samples(List.of(0.0, 0.0, 0.0)));
        report.add(line, false);

        assertThat(line.ratio()).isNull();
        assertThat(report.table()).contains("| counts | statements | 2 | 2 | 0 | 0 | – | 0 % | 3 | – |");
        assertThat(JsonMapper.builder().build().readTree(report.json()).get(0).get("ratio").isNull()).isTrue();
    }

    @Test
    void numbersAreShownAsExactlyAsTheyMatter() {
        assertThat(Report.number(0.1234)).isEqualTo("0.12");
        assertThat(Report.number(12.34)).isEqualTo("12.3");
        assertThat(Report.number(123456.7)).isEqualTo("123,457");
        assertThat(Report.number(3.0)).isEqualTo("3");
        assertThat(Line.rounded(1234.567)).isEqualTo(1235);
        assertThat(Line.rounded(0.00123456)).isEqualTo(0.001235);
    }

    @Test
    void contendersTakeTurnsAndAreWarmedUp() throws Exception {
        StringBuilder turns = new StringBuilder();
        Race race = new Race(5, line -> report.add(line, false));

        race.run(List.of("one", "two"), "ms", () -> round(turns, 'o', 4, 6), Map.of(" ÷ floor", () -> round(turns, 'f', 2, 3)));

        assertThat(turns.toString()).matches("(of)+(offo)+(of)?");
        assertThat(report.lines()).extracting(Line::name).containsExactly("one ÷ floor", "two ÷ floor");
        assertThat(report.lines()).extracting(Line::ratio).containsOnly(2.0);
        assertThat(report.lines()).allSatisfy(line -> assertThat(line.runs()).isGreaterThanOrEqualTo(5));
    }

    private static double[] round(StringBuilder turns, char who, double... values) {
        turns.append(who);
        return values;
    }

    @Test
    void rowsThatAreNotAlikeAreTold() throws Exception {
        Race race = new Race(1, line -> { });

        race.read("alike", () -> List.of(1, 2), List::of, () -> List.of("[1]", "[2]"));
        race.read("different", () -> List.of(1, 2), List::of, () -> List.of("[1]", "[3]"));

        assertThat(race.differences()).singleElement().asString().startsWith("different: [[1], [2]] is not [[1], [3]]");
    }

    @Test
    void aTenthIsATenthOfEverythingThatGrows() {
        Sizes tenth = new Sizes(1_000_000, 300_000, 100_000, 10_000, 5).tenth();

        assertThat(tenth).isEqualTo(new Sizes(100_000, 30_000, 10_000, 1_000, 5));
    }
}
