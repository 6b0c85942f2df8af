package com.texchange.journal.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.journal.Journal;
import com.texchange.journal.Journal.Place;
import com.texchange.journal.JournalEntry;
import com.texchange.journal.JournalFilter;
import com.texchange.journal.JournalScope;
import com.texchange.journal.JournalWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries, read as one scrolls: each page goes on from where the one before it ended. */
class JournalGrid extends Grid<JournalEntry> {

    private static final String COMPOSED = "composed";
    private static final int MOST_PLACES = 1_000;
    private final transient Journal journal;
    private final transient Actor actor;
    private final transient JournalWords words;
    private final transient NavigableMap<Integer, Place> places = new TreeMap<>();
    private JournalScope scope = JournalScope.OWN;
    private transient JournalFilter filter = JournalFilter.NONE;

    /** @param open opens an entry */
    JournalGrid(Journal journal, Actor actor, JournalWords words, Consumer<JournalEntry> open) {
        this.journal = journal;
        this.actor = actor;
        this.words = words;
        addComponentColumn(entry -> composed(entry, open)).setKey(COMPOSED);
        addColumn(entry -> DateTimes.inList(entry.at())).setKey("at").setWidth("13.25rem").setFlexGrow(0);
        addComponentColumn(entry -> opener(entry, open)).setKey("kind").setWidth("12.25rem").setFlexGrow(3);
        addComponentColumn(entry -> new UnbrokenText(who(entry))).setKey("who").setWidth("11rem").setFlexGrow(2);
        addComponentColumn(entry -> new UnbrokenText(words.about(entry))).setKey("about").setWidth("12rem").setFlexGrow(3);
        addComponentColumn(entry -> new UnbrokenText(values(entry))).setKey("after").setWidth("10.25rem").setFlexGrow(3);
        addColumn(entry -> Objects.toString(entry.source(), "")).setKey("source").setWidth("9rem").setFlexGrow(0);
        getColumns().forEach(column -> column.setResizable(true).setHeader(getTranslation("journal.column." + column.getKey())));
        addAttachListener(attach -> getColumnByKey("at").setHeader(DateTimes.heading(getTranslation("journal.column.at"))));
        setItems(query -> read(query.getOffset(), query.getLimit()).stream());
        setSelectionMode(SelectionMode.NONE);
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        addClassName("journal-grid");
        setAriaLabel(getTranslation("journal.title"));
        getColumnByKey(COMPOSED).setVisible(false);
        NarrowScreen.follow(this, narrow -> getColumns().forEach(column -> column.setVisible(narrow == COMPOSED.equals(column.getKey()))));
    }

    void show(JournalScope other, JournalFilter wanted) {
        scope = other;
        filter = wanted;
        places.clear();
        setEmptyStateText(getTranslation(wanted.isReversed() ? "journal.daysReversed" : "common.nothingFound"));
        getDataProvider().refreshAll();
    }

    private List<JournalEntry> read(int offset, int limit) {
        if (offset == 0) {
            places.clear();
        }
        Map.@Nullable Entry<Integer, Place> nearest = places.floorEntry(offset);
        Place after = nearest == null ? Place.first(offset) : nearest.getValue().skip(offset - nearest.getKey());
        List<JournalEntry> page = journal.page(scope, filter, after, limit, actor);
        if (!page.isEmpty() && places.size() < MOST_PLACES) {
            places.put(offset + page.size(), Place.after(page.getLast()));
        }
        return page;
    }

    /** The operator reads for which company; whoever reads of the own one knows it. */
    private String who(JournalEntry entry) {
        String company = scope != JournalScope.ALL || entry.company() == null ? "" : entry.company();
        return Stream.of(words.who(entry), company).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private String values(JournalEntry entry) {
        String after = words.after(entry);
        String change = entry.oldValue() == null ? after : getTranslation("journal.change", words.before(entry), after);
        return Stream.of(change, words.times(entry)).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    private Button opener(JournalEntry entry, Consumer<JournalEntry> open) {
        Button button = new Button(words.kind(entry), click -> open.accept(entry));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        button.addClassName("journal-opener");
        return button;
    }

    private Component composed(JournalEntry entry, Consumer<JournalEntry> open) {
        Div cell = new Div(opener(entry, open));
        Stream.of(DateTimes.dateTime(entry.at()), who(entry), words.about(entry), values(entry)).filter(line -> !line.isEmpty())
                .map(UnbrokenText::new).forEach(cell::add);
        cell.addClassName("composed-cell");
        return cell;
    }
}
