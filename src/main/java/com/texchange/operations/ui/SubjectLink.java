package com.texchange.operations.ui;

import com.texchange.common.Routes;
import com.texchange.operations.SubjectInfo;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** What a process is about, with a link to its story if it has one. */
final class SubjectLink {

    private SubjectLink() {
    }

    static Component of(Component page, @Nullable SubjectInfo about) {
        Div line = new Div();
        line.addClassName("subject");
        if (about == null) {
            line.add(new Span(page.getTranslation("operations.subject.unknown")));
            return line;
        }
        line.add(new Span(page.getTranslation("operations.subject." + about.kind()) + ": "));
        line.add(about.onboarding() == null ? new Span(about.line())
                : new Anchor(Routes.of(Routes.ONBOARDINGS, about.onboarding()), about.line()));
        return line;
    }
}
