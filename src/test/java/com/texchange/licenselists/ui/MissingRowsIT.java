package com.texchange.licenselists.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.LicenseId;
import com.texchange.common.ListWindow;
import com.texchange.connections.LicenseFilter;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;

/** A list whose rows go without news, as those of a grant do that ends by time. */
@IntegrationTest
class MissingRowsIT extends Page {

    private static final int PAGE = 50;
    @Autowired
    TestPeople people;
    private final List<LicenseId> rows = new ArrayList<>(Stream.generate(LicenseId::random).limit(200).toList());
    private final List<Integer> told = new ArrayList<>();
    private boolean countedWrong;
    private int counts;

    private class Rows implements LicenseGrid.Pages<LicenseId> {

        @Override
        public List<LicenseId> page(LicenseFilter filter, Sort sort, ListWindow window) {
            List<LicenseId> page = (window.fromEnd() ? rows.reversed() : rows).stream().skip(window.offset()).limit(window.limit()).toList();
            return window.fromEnd() ? page.reversed() : page;
        }

        @Override
        public int count(LicenseFilter filter) {
            counts++;
            return countedWrong ? 200 : rows.size();
        }
    }

    @BeforeEach
    void signIn() {
        SignedIn.as(people.supplier(), "ru");
        open("help");
    }

    @Test
    void scrollingIsNoReasonToCount() {
        LicenseGrid<LicenseId> grid = list();

        scroll(grid, 50);
        scroll(grid, 150);
        scroll(grid, 0);

        assertThat(counts).isEqualTo(1);
        assertThat(told).containsExactly(200);
    }

    @Test
    void whereRowsAreMissingAllAreCountedAnewOnce() {
        LicenseGrid<LicenseId> grid = list();
        rows.subList(60, 200).clear();

        scroll(grid, 50);
        until(() -> told.contains(60));

        scroll(grid, 0);
        assertThat(counts).isEqualTo(2);
        assertThat(told).containsExactly(200, 60);
    }

    /** It is full, and has rows that stand above it too. */
    @Test
    void thatIsSeenOnAPageReadFromTheEndToo() {
        LicenseGrid<LicenseId> grid = list();
        scroll(grid, 50);
        rows.subList(180, 200).clear();

        scroll(grid, 100);
        until(() -> told.contains(180));

        assertThat(counts).isEqualTo(2);
    }

    @Test
    void aCountThatStaysWrongIsNotTakenOnAndOn() {
        LicenseGrid<LicenseId> grid = list();
        countedWrong = true;
        rows.subList(60, 200).clear();

        scroll(grid, 50);
        until(() -> counts == 2);
        scroll(grid, 0);
        scroll(grid, 50);

        assertThat(counts).isEqualTo(2);
    }

    private LicenseGrid<LicenseId> list() {
        LicenseGrid<LicenseId> grid = new LicenseGrid<>(new Rows(), Function.identity());
        grid.onCount(told::add);
        UI.getCurrent().add(grid);
        scroll(grid, 0);
        return grid;
    }

    private void scroll(LicenseGrid<?> grid, int row) {
        grid.getDataCommunicator().setViewportRange(row, PAGE);
        roundTrip();
    }
}
