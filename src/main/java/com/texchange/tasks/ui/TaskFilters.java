package com.texchange.tasks.ui;

import com.texchange.tasks.TaskFilter;
import com.texchange.tasks.TaskQuery;
import com.texchange.tasks.TaskSort;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Where a person says which tasks the list shows and in which order. */
class TaskFilters extends Composite<Div> {

    static final String SHOW = "tasks-show";
    static final String KIND = "tasks-kind";
    static final String SORT = "tasks-sort";
    static final String SEARCH = "tasks-search";
    /** Stands for every element: a select has no entry for null. */
    private static final String ANY = "";

    private final TextField search = new TextField();
    private final Select<TaskFilter> show = new Select<>();
    private final Select<String> kind = new Select<>();
    private final Select<TaskSort> sort = new Select<>();
    private final Button reset = new Button(getTranslation("tasks.reset"), VaadinIcon.CLOSE_SMALL.create());
    private final List<String> kinds;
    private final Consumer<TaskQuery> chosen;

    /**
     * @param kinds  elements to choose from
     * @param chosen hears what the person chooses
     */
    TaskFilters(List<String> kinds, Consumer<TaskQuery> chosen) {
        this.kinds = kinds;
        this.chosen = chosen;
        addClassName("tasks-filters");
        search.setId(SEARCH);
        search.setPlaceholder(getTranslation("tasks.search"));
        search.setAriaLabel(getTranslation("tasks.search.label"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(TaskQuery.MAX_TEXT);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        prepare(show, SHOW, "tasks.filter");
        show.setItems(TaskFilter.values());
        show.setItemLabelGenerator(value -> getTranslation("tasks.filter." + value.name()));
        prepare(sort, SORT, "tasks.sort");
        sort.setItems(TaskSort.values());
        sort.setItemLabelGenerator(value -> getTranslation("tasks.sort." + value.name()));
        prepare(kind, KIND, "tasks.kind");
        kind.setItemLabelGenerator(element -> element.equals(ANY) ? getTranslation("tasks.kind.any")
                : getTranslation(TaskGrid.titleKey(element)));
        reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        reset.addClickListener(click -> chosen.accept(TaskQuery.DEFAULT));
        show(TaskQuery.DEFAULT);
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(search, show, kind, sort)) {
            field.addValueChangeListener(this::changed);
        }
        getContent().add(search, show, kind, sort, reset);
    }

    private void prepare(Select<?> select, String id, String label) {
        select.setId(id);
        select.setAriaLabel(getTranslation(label));
    }

    /** Shows what the list shows, without telling it again. */
    final void show(TaskQuery query) {
        // While one is still typing, a space at the end must stay.
        if (!search.getValue().strip().equals(query.text())) {
            search.setValue(query.text());
        }
        show.setValue(query.show());
        List<String> elements = new ArrayList<>(kinds);
        elements.addFirst(ANY);
        if (query.element() != null && !kinds.contains(query.element())) {
            elements.add(query.element());
        }
        kind.setItems(elements);
        kind.setValue(query.element() == null ? ANY : query.element());
        kind.setVisible(elements.size() > 2 || query.element() != null);
        sort.setValue(query.sort());
        // Done tasks have an order of their own.
        sort.setVisible(query.show() != TaskFilter.DONE);
        reset.setVisible(!query.equals(TaskQuery.DEFAULT));
    }

    private void changed(HasValue.ValueChangeEvent<?> change) {
        if (change.isFromClient()) {
            String element = kind.getValue();
            chosen.accept(new TaskQuery(show.getValue(), ANY.equals(element) ? null : element, search.getValue(),
                    sort.getValue()));
        }
    }
}
