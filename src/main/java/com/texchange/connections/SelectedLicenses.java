package com.texchange.connections;

import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which licenses a selection means, as a condition on rows {@code license} of {@code licenses_license}. It says nothing about
 * whose they are.
 *
 * @param sql begins with "and", or is empty
 */
public record SelectedLicenses(String sql, Map<String, Object> parameters) {

    /** Finds the companies that a word means, so that a statement about licenses knows how many they are. */
    public interface Companies {

        /** @param word for "like" @return their ids */
        String[] named(String word);

        /** Distributors, by their codes. */
        String[] coded(String word);
    }

    private static final String CHOSEN = " and license.id = any(:selected::uuid[]) ";
    private static final String EXCEPT = """
             and not exists (select from unnest(:selected::uuid[]) excepted (id) where excepted.id = license.id)
            """;

    static SelectedLicenses of(LicenseFilter filter) {
        return of(filter, null);
    }

    /** @param companies finds those that the filter's words mean; null where the statement itself shall */
    public static SelectedLicenses of(LicenseFilter filter, @Nullable Companies companies) {
        FilteredLicenses listed = FilteredLicenses.of(filter, "listed", companies);
        return new SelectedLicenses(listed.sql(), listed.parameters());
    }

    public static SelectedLicenses of(Selection<LicenseId, LicenseFilter> selection, Companies companies) {
        return switch (selection) {
            case Selection.Chosen<LicenseId, LicenseFilter> some -> of(of(LicenseFilter.NONE), CHOSEN, some.ids());
            case Selection.Matching<LicenseId, LicenseFilter> all ->
                    of(of(all.filter(), companies), all.except().isEmpty() ? "" : EXCEPT, all.except());
        };
    }

    /** @param shown those of the selection that this shows too */
    static SelectedLicenses of(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown) {
        return of(selection, shown, null);
    }

    /** As a list over several distributors asks it. */
    public static SelectedLicenses of(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown, @Nullable Companies companies) {
        return switch (selection) {
            case Selection.Chosen<LicenseId, LicenseFilter> some -> of(of(shown, companies), CHOSEN, some.ids());
            case Selection.Matching<LicenseId, LicenseFilter> all -> of(both(all.filter(), shown, companies),
                    all.except().isEmpty() ? "" : EXCEPT, all.except());
        };
    }

    private static SelectedLicenses of(SelectedLicenses listed, String condition, Collection<LicenseId> ids) {
        Map<String, Object> parameters = new HashMap<>(listed.parameters());
        if (!condition.isEmpty()) {
            parameters.put("selected", strings(ids));
        }
        return new SelectedLicenses(listed.sql() + condition, parameters);
    }

    private static SelectedLicenses both(LicenseFilter one, LicenseFilter other, @Nullable Companies companies) {
        SelectedLicenses first = of(one, companies);
        if (one.equals(other)) {
            return first;
        }
        FilteredLicenses second = FilteredLicenses.of(other, "also", companies);
        Map<String, Object> parameters = new HashMap<>(first.parameters());
        parameters.putAll(second.parameters());
        return new SelectedLicenses(first.sql() + second.sql(), parameters);
    }

    private static String[] strings(Collection<LicenseId> ids) {
        return ids.stream().map(LicenseId::toString).toArray(String[]::new);
    }
}
