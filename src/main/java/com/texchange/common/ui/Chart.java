package com.texchange.common.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.stream.Stream;

/**
 * Counts as bars, drawn in the browser by ECharts in the page's colors. For people who cannot see it, it is one picture
 * with a sentence; put its {@link Data#table table} beside it.
 */
@Tag("tx-chart")
public final class Chart extends Component {

    static final String SCRIPT = "context://scripts/tx-chart.js";
    /** Loaded by the script when a chart is shown for the first time. */
    static final String ECHARTS = "libraries/echarts-6.1.0/dist/echarts.min.js";

    public Chart() {
        getElement().setAttribute("role", "img");
        getElement().setAttribute("library", ECHARTS);
    }

    /** @param summary translated: what the chart shows, in one sentence */
    public void show(String summary, Data data) {
        getElement().setAttribute("aria-label", summary);
        getElement().setPropertyBean("data", data);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        attach.getUI().getPage().addJavaScript(SCRIPT);
    }

    /**
     * What is drawn.
     *
     * @param labels of the groups of bars, translated
     * @param series each with one value per label; the first has its axis at the left, the second at the right
     */
    public record Data(List<String> labels, List<Series> series) {

        /** The same as a table. @param first heading of the labels' column, translated */
        public NativeTable table(String first) {
            NativeTable table = new NativeTable();
            table.addClassName("data-table");
            NativeTableRow head = new NativeTableRow();
            Stream.concat(Stream.of(first), series.stream().map(Series::name))
                    .forEach(name -> head.add(heading(name, "col")));
            table.getHead().add(head);
            for (int i = 0; i < labels.size(); i++) {
                NativeTableRow row = new NativeTableRow(heading(labels.get(i), "row"));
                for (Series one : series) {
                    row.add(new NativeTableCell(String.valueOf(one.values().get(i))));
                }
                table.getBody().add(row);
            }
            return table;
        }

        private static NativeTableHeaderCell heading(String text, String scope) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
            cell.getElement().setAttribute("scope", scope);
            return cell;
        }
    }

    /** @param name translated */
    public record Series(String name, List<Integer> values) {
    }
}
