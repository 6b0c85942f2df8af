package com.texchange.common.ui;

import com.texchange.common.LanguageChoice;
import com.texchange.common.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;

/**
 * The frame of pages for people who are not signed in: a card with the product's name, a heading and the content, and
 * the choice of language above it. Views extend it and say {@code @Route(value = ..., autoLayout = false)}.
 */
public abstract class PublicPage extends Composite<Div> {

    private final LanguageChoice languages;
    private final String heading;
    private final Div content = new Div();

    /** @param heading translated */
    protected PublicPage(LanguageChoice languages, String heading) {
        this.languages = languages;
        this.heading = heading;
        content.addClassName("public-page-content");
    }

    @Override
    protected final Div initContent() {
        Div mark = new Div();
        mark.addClassName("product-mark");
        Span product = new Span(getTranslation("common.product"));
        product.addClassName("product-name");
        Header header = new Header(mark, product, new LanguageSwitch(languages, language -> { }));
        Main card = new Main(header, new H1(heading), content);
        card.addClassName("public-page-card");
        Footer foot = new Footer(new Span(getTranslation("common.publicFoot")),
                new Anchor(Routes.AGREEMENT, getTranslation("common.agreement")));
        Div page = new Div(card, foot);
        page.addClassName("public-page");
        return page;
    }

    /** Adds to the card, under the heading. */
    protected final void add(Component... components) {
        content.add(components);
    }

    /** Replaces what is in the card under the heading. */
    protected final void show(Component... components) {
        content.removeAll();
        content.add(components);
    }
}
