package com.texchange.operations.ui;

import com.texchange.process.EngineAnswer;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Says why the engine's knowledge is not shown. */
final class Problem extends Composite<Div> {

    Problem(Component page, EngineAnswer answer) {
        Icon icon = VaadinIcon.WARNING.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Span title = new Span(page.getTranslation("operations.answer." + answer));
        title.addClassName("problem-title");
        getContent().addClassNames("card", "operations-problem");
        getContent().add(icon, new Div(title, new Paragraph(page.getTranslation("operations.answer." + answer + ".text"))));
    }
}
