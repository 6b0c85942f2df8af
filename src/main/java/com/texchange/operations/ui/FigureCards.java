package com.texchange.operations.ui;

import com.texchange.common.Routes;
import com.texchange.operations.EngineSnapshot;
import com.texchange.operations.Figures;
import com.texchange.operations.ui.FigureCard.Level;
import com.texchange.process.EngineAnswer;
import com.texchange.process.EngineOverview;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Nav;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How things stand at a glance. */
final class FigureCards extends Composite<Nav> {

    private final Map<ProcessSection, FigureCard> cards = new EnumMap<>(ProcessSection.class);
    private final FigureCard underWay;

    FigureCards() {
        for (ProcessSection section : ProcessSection.values()) {
            cards.put(section, new FigureCard(getTranslation(section.key("title")), section.path()));
        }
        underWay = new FigureCard(getTranslation("operations.underWay"),
                Routes.with(Routes.ONBOARDINGS, "stage", "UNDER_WAY"));
        getContent().addClassName("figure-cards");
        getContent().setAriaLabel(getTranslation("operations.figures"));
        getContent().add(card(ProcessSection.FAILED), card(ProcessSection.LATE), underWay, card(ProcessSection.COMMANDS),
                card(ProcessSection.LETTERS), card(ProcessSection.ENGINE));
        String asking = getTranslation("operations.asking");
        card(ProcessSection.FAILED).show("…", asking, Level.CALM);
        card(ProcessSection.ENGINE).show("…", asking, Level.CALM);
    }

    private FigureCard card(ProcessSection section) {
        return Objects.requireNonNull(cards.get(section), "each section has a card");
    }

    void setCurrent(ProcessSection current) {
        cards.forEach((section, card) -> card.setCurrent(section == current));
    }

    void show(Figures figures, EngineOverview.Waiting commands) {
        card(ProcessSection.LATE).show(number(figures.lateTasks()), getTranslation(
                figures.lateTasks() > 0 ? "operations.late.some" : "operations.late.calm"), warnIf(figures.lateTasks()));
        underWay.show(number(figures.onboardings()), getTranslation("operations.underWay.kinds", figures.registrations(),
                figures.orders()), Level.CALM);
        card(ProcessSection.COMMANDS).show(number(commands.all()), commands.failing() > 0
                ? getTranslation("operations.commands.failing", commands.failing())
                : getTranslation("operations.commands.fine"), warnIf(commands.failing()));
        int letters = figures.letters();
        card(ProcessSection.LETTERS).show(number(letters), letters == 0 ? getTranslation("operations.letters.fine")
                : getTranslation("operations.letters.kinds", figures.troubledLetters(), figures.failedLetters()),
                figures.failedLetters() > 0 ? Level.ERROR : warnIf(figures.troubledLetters()));
    }

    void show(EngineSnapshot snapshot) {
        EngineOverview.State engine = snapshot.engine();
        card(ProcessSection.ENGINE).show(
                getTranslation("operations.engine." + engine.condition()),
                engine.isWell() && engine.version() != null
                        ? getTranslation("operations.engine.version", engine.version())
                        : getTranslation("operations.engine." + engine.condition() + ".text"),
                engine.isWell() ? Level.CALM : Level.ERROR);
        if (snapshot.failed().answer() == EngineAnswer.ANSWERED) {
            long failed = snapshot.failed().total();
            card(ProcessSection.FAILED).show(number(failed), getTranslation(
                    failed > 0 ? "operations.failed.some" : "operations.failed.calm"),
                    failed > 0 ? Level.ERROR : Level.CALM);
        } else {
            card(ProcessSection.FAILED).show("–", getTranslation("operations.failed.unknown"), Level.WARNING);
        }
    }

    private String number(long number) {
        return getTranslation("operations.number", number);
    }

    private static Level warnIf(int number) {
        return number > 0 ? Level.WARNING : Level.CALM;
    }
}
