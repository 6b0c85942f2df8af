package com.texchange.licenses.ui;

import com.texchange.common.Routes;
import com.texchange.common.ui.HomeSection;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;

/** The way to loading licenses, for the sales department; what it is good for. */
class LoadingSection extends HomeSection {

    LoadingSection() {
        super(UI.getCurrent().getTranslation("licenses.home.load"));
        Anchor load = new Anchor(Routes.LOAD_LICENSES, getTranslation("licenses.home.load.action"));
        load.addClassName("quiet-link");
        setWide();
        show(new Paragraph(getTranslation("licenses.home.load.text")), load);
    }
}
