package com.texchange.operations.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.Background;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.SingleStep;
import com.texchange.common.ui.Windows;
import com.texchange.operations.Operations;
import com.texchange.operations.SubjectInfo;
import com.texchange.overview.OnboardingFilter;
import com.texchange.overview.OnboardingQueries;
import com.texchange.overview.OnboardingRow;
import com.texchange.process.EngineAnswer;
import com.texchange.process.LostProcesses;
import com.texchange.process.MissingProcesses;
import com.texchange.process.MissingProcesses.Comparison;
import com.texchange.process.OperateLinks;
import com.texchange.process.ProcessSubject;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;

/** Finds processes that the engine has lost, or that wait for a message it has lost, and begins or tells them again. */
final class EnginePanel extends Composite<Div> {

    /** So many lines of each list are shown; the command for all takes in the others too. */
    private static final int SHOWN = 50;
    /** So many that a search has found. */
    private static final int FOUND = 10;
    private final transient LostProcesses lost;
    private final transient MissingProcesses missing;
    private final transient Operations operations;
    private final transient OnboardingQueries onboardings;
    private final transient Actor actor;
    private final Button compare = new Button();
    private final Div result = new Div();
    private final Div found = new Div();

    EnginePanel(LostProcesses lost, MissingProcesses missing, Operations operations, OnboardingQueries onboardings,
            OperateLinks operate, Actor actor) {
        this.lost = lost;
        this.missing = missing;
        this.operations = operations;
        this.onboardings = onboardings;
        this.actor = actor;
        compare.setText(getTranslation("operations.lost.compare"));
        compare.setIcon(VaadinIcon.SEARCH.create());
        SingleStep.on(compare, this::compare);
        Button all = new Button(getTranslation("operations.recreate.all"), click -> confirmAll());
        Div buttons = new Div(compare, all);
        operate.start().map(address -> OperateLink.to(this, address)).ifPresent(buttons::add);
        buttons.addClassName("operations-tools");
        result.getElement().setAttribute("role", "status");
        getContent().addClassName("operations-panel");
        getContent().add(new Paragraph(getTranslation("operations.lost.explanation")), buttons, result,
                new H3(getTranslation("operations.one.title")), new Paragraph(getTranslation("operations.one.text")),
                search(), found);
    }

    private void compare() {
        result.removeAll();
        result.add(new Paragraph(getTranslation("operations.lost.comparing")));
        Background.runElsewhere(UI.getCurrent(), this::compareAndDescribe, this::show, () -> compare.setEnabled(true));
    }

    /** @param described the first of those that lack something */
    private record Compared(Comparison comparison, Map<UUID, SubjectInfo> described) {
    }

    private Compared compareAndDescribe() {
        Comparison comparison = missing.compare(actor);
        return new Compared(comparison, operations.describe(Stream.concat(comparison.missing().stream().limit(SHOWN),
                comparison.unheard().stream().limit(SHOWN)).toList(), actor));
    }

    private void show(Compared compared) {
        Comparison comparison = compared.comparison();
        result.removeAll();
        if (comparison.answer() != EngineAnswer.ANSWERED) {
            result.add(new Problem(this, comparison.answer()), new Paragraph(getTranslation("operations.lost.blind")));
            return;
        }
        if (comparison.missing().isEmpty()) {
            result.add(new Paragraph(getTranslation("operations.lost.none", comparison.looked())));
        } else {
            show(compared, comparison.missing(), Lack.PROCESS);
        }
        if (!comparison.unheard().isEmpty()) {
            show(compared, comparison.unheard(), Lack.MESSAGE);
        }
    }

    /** What subjects lack in the engine; its words are under its key. */
    private enum Lack {

        PROCESS("operations.lost"), MESSAGE("operations.unheard");

        private final String key;

        Lack(String key) {
            this.key = key;
        }
    }

    private void show(Compared compared, List<ProcessSubject> lacking, Lack lack) {
        Button begin = new Button(getTranslation(lack.key + ".all", lacking.size()));
        SingleStep.on(begin, () -> begin(lacking, lack, begin));
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        UnorderedList list = new UnorderedList();
        list.addClassName("missing-processes");
        lacking.stream().limit(SHOWN).forEach(subject -> list.add(line(
                SubjectLink.of(this, compared.described().get(subject.id())), subject, lack)));
        result.add(new Paragraph(getTranslation(lack.key + ".found", lacking.size(), compared.comparison().looked())),
                begin, list);
    }

    private ListItem line(Component words, ProcessSubject subject, Lack lack) {
        Button begin = new Button(getTranslation(lack.key + ".one"));
        SingleStep.on(begin, () -> begin(List.of(subject), lack, begin));
        ListItem line = new ListItem(words, begin);
        line.addClassName("missing-process");
        return line;
    }

    private TextField search() {
        TextField search = new TextField(getTranslation("operations.one.search"));
        search.setHelperText(getTranslation("operations.one.searchHelp"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(200);
        search.addClassName("operations-search");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> find(change.getValue().strip()));
        return search;
    }

    private void find(String text) {
        found.removeAll();
        if (text.isEmpty()) {
            return;
        }
        List<OnboardingRow> rows = onboardings.page(new OnboardingFilter(text, null, true, 0, 0), Sort.unsorted(), 0, FOUND, actor);
        if (rows.isEmpty()) {
            found.add(new Paragraph(getTranslation("operations.one.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("missing-processes");
        rows.forEach(row -> list.add(line(
                new Span("%s · %s · %s".formatted(row.distributor(), row.supplier(), row.code())),
                new ProcessSubject(ProcessSubject.Kind.ONBOARDING, row.id().value()), Lack.PROCESS)));
        found.add(list);
    }

    /**
     * Begins a process unless it is there, and tells it what has happened: that is what either lacks.
     *
     * @param button can be clicked again where nothing came of it
     */
    private void begin(List<ProcessSubject> subjects, Lack lack, Button button) {
        AtomicBoolean begun = new AtomicBoolean();
        Background.runElsewhere(UI.getCurrent(), () -> {
            lost.recreate(subjects, actor);
            return subjects.size();
        }, count -> {
            begun.set(true);
            Notices.success(getTranslation(lack.key + ".given", count));
        }, () -> button.setEnabled(!begun.get()));
    }

    private void confirmAll() {
        Windows.ask(getTranslation("operations.recreateAll.title"), getTranslation("operations.recreateAll.text"),
                getTranslation("operations.recreateAll.confirm"),
                () -> Background.runElsewhere(UI.getCurrent(), () -> lost.recreate(actor),
                        count -> Notices.success(getTranslation("operations.recreateAll.done", count)), () -> { }));
    }
}
