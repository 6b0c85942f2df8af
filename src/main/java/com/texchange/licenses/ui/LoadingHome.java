package com.texchange.licenses.ui;

import com.texchange.common.Actor;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.HomePart;
import com.texchange.common.ui.HomeSection;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;

/** The way to loading licenses, for the sales department; what it is good for. */
@org.springframework.stereotype.Component
class LoadingHome implements HomePart {

    private static final int ORDER = 310;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean suits(Actor actor) {
        return actor.has(Role.SALES);
    }

    @Override
    public Component create(Actor actor) {
        UI page = UI.getCurrent();
        HomeSection section = new HomeSection(page.getTranslation("licenses.home.load"));
        Anchor load = new Anchor(Routes.LOAD_LICENSES, page.getTranslation("licenses.home.load.action"));
        load.addClassName("quiet-link");
        section.show(new Paragraph(page.getTranslation("licenses.home.load.text")), load);
        return section;
    }
}
