package com.texchange.connections.ui;

import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.connections.LicenseFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is chosen under suppliers, as an address has it: for each the supplier, a dot, and the words of {@link SelectionText}. */
final class ChoicesText {

    private static final char AFTER_SUPPLIER = '.';

    private ChoicesText() {
    }

    /** @param shown what the list shows */
    static List<String> of(Map<CompanyId, Selection<LicenseId, LicenseFilter>> choices, LicenseFilter shown) {
        return choices.entrySet().stream().map(choice -> SelectionText.id(choice.getKey().value()) + AFTER_SUPPLIER
                + SelectionText.of(choice.getValue(), shown.under(choice.getKey()))).sorted().toList();
    }

    /** Whatever somebody wrote into an address. @param shown what the list shows */
    static Map<CompanyId, Selection<LicenseId, LicenseFilter>> read(List<String> texts, LicenseFilter shown) {
        Map<CompanyId, Selection<LicenseId, LicenseFilter>> choices = new LinkedHashMap<>();
        for (String text : texts) {
            int end = text.indexOf(AFTER_SUPPLIER);
            Optional<CompanyId> supplier = SelectionText.id(text.substring(0, Math.max(end, 0))).map(CompanyId::new);
            supplier.ifPresent(id -> choices.put(id, under(id, SelectionText.read(text.substring(end + 1), shown.under(id)))));
        }
        return choices;
    }

    private static Selection<LicenseId, LicenseFilter> under(CompanyId supplier, Selection<LicenseId, LicenseFilter> selection) {
        return selection instanceof Selection.Matching<LicenseId, LicenseFilter>(var filter, var except)
                ? new Selection.Matching<>(filter.under(supplier), except) : selection;
    }
}
