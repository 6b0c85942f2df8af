package com.texchange.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Chart.Data DATA = new Chart.Data(List.of("2 Nov", "9 Nov"),
            List.of(new Chart.Series("Licenses", List.of(7, 3)), new Chart.Series("Distributors", List.of(2, 0))));

    @Test
    void itsScriptAndItsLibraryAreServed() {
        assertThat(resource(Chart.SCRIPT.replace("context://", ""))).isNotNull();
        // The version is part of the path: it changes with the one in pom.xml.
        assertThat(resource(Chart.ECHARTS)).isNotNull();
    }

    @Test
    void isOnePictureWithASentenceForWhoCannotSeeIt() {
        Chart chart = new Chart();
        chart.show("Connected: 10 licenses", DATA);

        assertThat(chart.getElement().getAttribute("role")).isEqualTo("img");
        assertThat(chart.getElement().getAttribute("aria-label")).isEqualTo("Connected: 10 licenses");
    }

    @Test
    void theTableHasARowForEachLabelAndAColumnForEachSeries() {
        NativeTable table = DATA.table("Week");

        assertThat(texts(table.getHead().getRow(0).orElseThrow())).containsExactly("Week", "Licenses", "Distributors");
        assertThat(texts(table.getBody().getRow(0).orElseThrow())).containsExactly("2 Nov", "7", "2");
        assertThat(texts(table.getBody().getRow(1).orElseThrow())).containsExactly("9 Nov", "3", "0");
    }

    private static List<String> texts(Component row) {
        return row.getChildren().map(cell -> cell.getElement().getText()).toList();
    }

    private static Object resource(String path) {
        return ChartTest.class.getResource("/META-INF/resources/" + path);
    }
}
