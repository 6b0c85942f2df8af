package com.texchange.journal.ui;

import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.journal.JournalEntry;
import com.texchange.journal.JournalWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.UUID;
import java.util.function.Consumer;

/** One entry with all that it says, and the ways on from it: to what it is about, and to what else there is of its kind. */
class EntryDialog extends Dialog {

    /** @param lead leads to other entries */
    EntryDialog(JournalEntry entry, JournalWords words, JournalAddress here, Consumer<JournalAddress> lead) {
        setHeaderTitle(words.kind(entry));
        addClassName("journal-entry");
        DescriptionList facts = new DescriptionList()
                .add(getTranslation("journal.column.at"), DateTimes.dateTime(entry.at()))
                .add(getTranslation("journal.column.who"), words.who(entry))
                .add(getTranslation("journal.column.company"), entry.company())
                .add(getTranslation("journal.column.source"), entry.source());
        String about = words.about(entry);
        SubjectRoutes.of(entry.subjectType(), entry.subjectId()).ifPresentOrElse(route -> facts.add(getTranslation("journal.column.about"), (Component) new Anchor(route, about)),
                () -> facts.add(getTranslation("journal.column.about"), about));
        facts.add(getTranslation("journal.column.before"), words.before(entry))
                .add(getTranslation("journal.column.after"), words.after(entry))
                .add(getTranslation("journal.column.times"), entry.times() == 1 ? null : String.valueOf(entry.times()))
                .add(getTranslation("journal.grant"), entry.grantId() == null ? null : entry.grantId().toString())
                .add(getTranslation("journal.number"), String.valueOf(entry.id()));
        add(facts, ways(entry, here, lead));
        getFooter().add(new Button(getTranslation("common.close"), click -> close()));
    }

    private Div ways(JournalEntry entry, JournalAddress here, Consumer<JournalAddress> lead) {
        Div ways = new Div();
        ways.addClassName("journal-ways");
        UUID person = entry.actorId();
        if (person != null) {
            ways.add(way("journal.allOfPerson", here.ofPerson(person), lead));
        }
        String source = entry.source();
        if (source != null) {
            ways.add(way("journal.allOfSource", here.ofSource(source), lead));
        }
        String subject = entry.subjectId();
        if (subject != null && !subject.isEmpty()) {
            ways.add(way("journal.allOfSubject", here.ofSubject(subject), lead));
        }
        return ways;
    }

    private Button way(String key, JournalAddress to, Consumer<JournalAddress> lead) {
        return new Button(getTranslation(key), click -> {
            close();
            lead.accept(to);
        });
    }
}
