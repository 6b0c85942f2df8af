package com.texchange.licenselists.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.LicenseFilter.Show;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Sort;

class ListChoiceTest {

    private final LicenseId license = new LicenseId(UUID.randomUUID());
    private final Set<LicenseId> notConnected = new HashSet<>(Set.of(license));
    private final ListChoice choice = new ListChoice(new ListChoice.Source() {
        @Override
        public Set<LicenseId> between(LicenseFilter shown, Sort sort, LicenseId from, LicenseId to) {
            return Set.of();
        }

        @Override
        public Set<LicenseId> ids(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown, int limit) {
            return Set.copyOf(notConnected);
        }

        @Override
        public int count(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown) {
            return notConnected.size();
        }
    });

    /** A colleague has connected it, and the list that shows both kinds is read anew. */
    @Test
    void aRowThatIsNoneOfAllThatWereSelectedAnyMoreIsNotTicked() {
        choice.show(new LicenseFilter("", Show.NOT_CONNECTED));
        choice.addShown();
        choice.show(LicenseFilter.NONE);
        choice.read(Set.of(license));
        assertThat(choice.isSelected(license)).isTrue();

        notConnected.clear();
        choice.read(Set.of(license));

        assertThat(choice.isSelected(license)).isFalse();
    }
}
