package com.texchange.partners.ui;

import com.texchange.common.ui.DateTimes;
import com.texchange.partners.CompanyChange;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What was changed of a company's data: when, by whom, from what to what, and why. */
public final class ChangeList extends Composite<UnorderedList> {

    /** @param changes the latest first */
    public ChangeList(List<CompanyChange> changes) {
        changes.forEach(change -> getContent().add(new ListItem(line(change))));
    }

    private String line(CompanyChange change) {
        String by = !change.byOperator() ? change.by() : change.by().isEmpty() ? getTranslation("partners.history.bySales")
                : getTranslation("partners.history.byOperator", change.by());
        String what = getTranslation("partners.history.line", DateTimes.dateTime(change.at()), by,
                getTranslation("partners.history.field." + change.field()), shown(change.before()), shown(change.after()));
        return change.reason() == null ? what : getTranslation("partners.history.because", what, change.reason());
    }

    private String shown(String value) {
        return value.isEmpty() ? getTranslation("partners.history.empty") : value;
    }
}
