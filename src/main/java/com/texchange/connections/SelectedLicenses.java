package com.texchange.connections;

import com.texchange.common.LicenseId;
import com.texchange.common.SearchWords;
import com.texchange.common.Selection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which licenses a selection means, as a condition on rows {@code license} of {@code licenses_license}. It says nothing about
 * whose they are.
 *
 * @param sql begins with "and", or is empty
 */
record SelectedLicenses(String sql, Map<String, Object> parameters) {

    private static final String WORD = "license.search like %s";
    private static final String CHOSEN = " and license.id = any(:selected::uuid[]) ";
    private static final String EXCEPT = """
             and not exists (select from unnest(:selected::uuid[]) excepted (id) where excepted.id = license.id)
            """;

    static SelectedLicenses of(LicenseFilter filter) {
        return of(new Selection.Matching<>(filter, Set.of()), LicenseFilter.NONE);
    }

    /** @param shown those of the selection that this shows too */
    static SelectedLicenses of(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown) {
        return switch (selection) {
            case Selection.Chosen<LicenseId, LicenseFilter> some -> of(shown.words(), CHOSEN, some.ids());
            case Selection.Matching<LicenseId, LicenseFilter> all -> of(both(all.filter(), shown),
                    all.except().isEmpty() ? "" : EXCEPT, all.except());
        };
    }

    private static SelectedLicenses of(SearchWords words, String condition, Collection<LicenseId> ids) {
        Map<String, Object> parameters = new HashMap<>(words.parameters());
        if (!condition.isEmpty()) {
            parameters.put("selected", ids.stream().map(LicenseId::toString).toArray(String[]::new));
        }
        return new SelectedLicenses(words.sql(WORD) + condition, parameters);
    }

    private static SearchWords both(LicenseFilter one, LicenseFilter other) {
        return new SearchWords(Stream.of(one, other).flatMap(filter -> filter.words().words().stream()).distinct().toList());
    }
}
