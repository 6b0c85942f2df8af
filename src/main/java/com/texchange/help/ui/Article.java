package com.texchange.help.ui;

import com.texchange.help.Document;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.markdown.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    /** One of the product's own, on a line of its own. */
    private static final Pattern PICTURE = Pattern.compile("(?m)^!\\[([^]]*)]\\((pictures/[\\w/.-]+)\\)$");
    private final Map<String, Section> sections = new LinkedHashMap<>();

    Article(Document document) {
        getContent().addClassName("article");
        if (!document.introduction().isEmpty()) {
            getContent().add(parts(document.introduction()));
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
        Section section = new Section(heading);
        section.add(parts(part.body()));
        section.setId(part.id());
        section.getElement().setAttribute("aria-labelledby", part.id() + "-heading");
        sections.put(part.id(), section);
        getContent().add(section);
    }

    /** Texts and the pictures between them. */
    private static List<Component> parts(String markdown) {
        List<Component> parts = new ArrayList<>();
        Matcher pictures = PICTURE.matcher(markdown);
        int end = 0;
        while (pictures.find()) {
            addText(markdown.substring(end, pictures.start()), parts);
            parts.add(new Picture(pictures.group(2), pictures.group(1)));
            end = pictures.end();
        }
        addText(markdown.substring(end), parts);
        return parts;
    }

    private static void addText(String markdown, List<Component> parts) {
        if (!markdown.isBlank()) {
            parts.add(new Markdown(markdown.strip()));
        }
    }
}
