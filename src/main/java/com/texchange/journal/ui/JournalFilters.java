package com.texchange.journal.ui;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditKind.Area;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.ui.DayPicker;
import com.texchange.common.ui.SearchField;
import com.texchange.common.ui.SearchPicker;
import com.texchange.journal.Journal;
import com.texchange.journal.JournalScope;
import com.texchange.journal.JournalWords;
import com.texchange.partners.CompanyInfo;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The search above the journal. What leads here from an entry, one person or one thing, is shown as a button that ends it. */
class JournalFilters extends Composite<Div> {

    private static final int LONGEST_SOURCE = 100;
    private final Select<JournalScope> scope = new Select<>();
    private final SearchField search = new SearchField(getTranslation("journal.search"));
    private final Select<Area> area = new Select<>();
    private final SearchPicker<AuditKind> kind = new SearchPicker<>(getTranslation("journal.column.kind"));
    private final SearchPicker<CompanyInfo> company = new SearchPicker<>(getTranslation("journal.column.company"));
    private final TextField source = new TextField(getTranslation("journal.column.source"));
    private final DayPicker from = new DayPicker(getTranslation("journal.from"));
    private final DayPicker until = new DayPicker(getTranslation("journal.until"));
    private final Button more = new Button();
    private final Button narrowed = new Button(VaadinIcon.CLOSE_SMALL.create());
    private final transient Consumer<JournalAddress> changed;
    private final transient Journal journal;
    private final transient Actor actor;
    private @Nullable UUID person;
    private String subject = "";
    private boolean all;
    private boolean showing;

    /** @param changed hears of what the person chooses, not of {@link #show} */
    JournalFilters(Journal journal, Actor actor, JournalWords words, Consumer<JournalAddress> changed) {
        this.journal = journal;
        this.actor = actor;
        this.changed = changed;
        Set<JournalScope> scopes = JournalScope.of(actor);
        scope.setItems(scopes);
        scope.setLabel(getTranslation("journal.scope"));
        scope.setItemLabelGenerator(each -> getTranslation("journal.scope." + each));
        scope.setVisible(scopes.size() > 1);
        search.setLabel(getTranslation("journal.words"));
        area.setItems(Area.values());
        area.setLabel(getTranslation("journal.area"));
        area.setEmptySelectionAllowed(true);
        area.setEmptySelectionCaption(getTranslation("journal.area.any"));
        area.setItemLabelGenerator(each -> each == null ? getTranslation("journal.area.any") : words.area(each));
        kind.setItemLabelGenerator(words::kind);
        company.setItemLabelGenerator(CompanyInfo::name);
        source.setClearButtonVisible(true);
        source.setMaxLength(LONGEST_SOURCE);
        source.setValueChangeMode(ValueChangeMode.LAZY);
        narrowed.addClickListener(click -> {
            person = null;
            subject = "";
            tell();
        });
        more.addClickListener(click -> {
            all = !all;
            unfold();
        });
        offer();
        Stream.<HasValue<?, ?>>of(scope, search, kind, company, source, from, until)
                .forEach(field -> field.addValueChangeListener(change -> tell()));
        area.addValueChangeListener(change -> chooseArea());
        getContent().addClassName("journal-filters");
        Stream.<HasStyle>of(area, company, source).forEach(field -> field.addClassName("journal-further"));
        Stream.<HasStyle>of(search, more, narrowed).forEach(field -> field.addClassName("journal-always"));
        getContent().add(scope, search, kind, from, until, area, company, source, more, narrowed);
    }

    /** All fields, or the usual ones; on a phone these are the words alone. The button tells how many narrow the list. */
    private void unfold() {
        long set = Stream.<HasValue<?, ?>>of(area, kind, company, source, from, until).filter(field -> !field.isEmpty()).count();
        more.setText(all ? getTranslation("journal.filters.less")
                : set == 0 ? getTranslation("journal.filters") : getTranslation("journal.filters.set", set));
        more.getElement().setAttribute("aria-expanded", String.valueOf(all));
        getContent().setClassName("journal-all", all);
    }

    private void offer() {
        kind.setClearButtonVisible(true);
        kind.setOverlayWidth("min(26rem, 92vw)");
        company.setClearButtonVisible(true);
        company.setOverlayWidth("min(26rem, 92vw)");
        offerKinds();
        company.offer((typed, offset, limit) -> journal.companies(typed, offset, limit, actor));
    }

    private void offerKinds() {
        kind.offer(Arrays.stream(AuditKind.values()).filter(each -> area.getValue() == null || each.area() == area.getValue()).toList());
    }

    private void chooseArea() {
        if (!showing) {
            showing = true;
            kind.clear();
            offerKinds();
            showing = false;
            tell();
        }
    }

    private void tell() {
        if (!showing) {
            changed.accept(new JournalAddress(scope.getValue(), search.getValue(), area.getValue(), kind.getValue(), person,
                    company.getValue() == null ? null : company.getValue().id().value(), source.getValue().strip(), subject,
                    from.getValue(), until.getValue()));
        }
    }

    void show(JournalAddress shown) {
        showing = true;
        person = shown.person();
        subject = shown.subject();
        scope.setValue(shown.scope());
        if (!search.getValue().strip().equals(shown.text().strip())) {
            search.show(shown.text());
        }
        area.setValue(shown.area());
        offerKinds();
        kind.setValue(shown.kind());
        company.setVisible(shown.scope() == JournalScope.ALL);
        company.setValue(shown.company() == null || shown.scope() != JournalScope.ALL ? null
                : journal.company(new CompanyId(shown.company()), actor));
        source.setValue(shown.source());
        from.setValue(shown.from());
        until.setValue(shown.until());
        narrowed.setVisible(person != null || !subject.isEmpty());
        narrowed.setText(getTranslation(person != null ? "journal.onePerson" : "journal.oneThing"));
        unfold();
        showing = false;
    }
}
