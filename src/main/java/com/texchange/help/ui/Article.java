package com.texchange.help.ui;

import com.texchange.help.Document;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.markdown.Markdown;
import java.util.LinkedHashMap;
import java.util.Map;

/** A document to read; the browser's part of {@link Markdown} leaves out scripts and other harmful elements. */
class Article extends Composite<Div> {

    /** Stays at the place while texts and pictures above it still grow, until the reader moves. */
    private static final String GO_TO = """
            const place = this, page = place.closest('.article');
            const heading = place.querySelector('h2');
            const go = () => {
              place.scrollIntoView({block: 'start'});
              if (document.activeElement === document.body) {
                heading.focus({preventScroll: true});
              }
            };
            const growth = new ResizeObserver(go);
            const stop = () => growth.disconnect();
            growth.observe(page);
            ['wheel', 'touchstart', 'pointerdown', 'keydown'].forEach(
                act => window.addEventListener(act, stop, {once: true, passive: true}));
            setTimeout(stop, 5000);
            heading.focus({preventScroll: true});
            """;
    private final Map<String, Section> sections = new LinkedHashMap<>();

    Article(Document document) {
        getContent().addClassName("article");
        if (!document.introduction().isEmpty()) {
            getContent().add(new Markdown(document.introduction()));
        }
        document.sections().forEach(this::add);
    }

    /** Shows a section at the top of the window and moves the focus to its heading; no such section changes nothing. */
    void goTo(String id) {
        Section section = sections.get(id);
        if (section != null) {
            section.getElement().executeJs(GO_TO);
        }
    }

    private void add(Document.Section part) {
        H2 heading = new H2(part.title());
        heading.getElement().setAttribute("tabindex", "-1");
        heading.setId(part.id() + "-heading");
        Section section = new Section(heading, new Markdown(part.body()));
        section.setId(part.id());
        section.getElement().setAttribute("aria-labelledby", part.id() + "-heading");
        sections.put(part.id(), section);
        getContent().add(section);
    }
}
