package com.texchange.operations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;

/** A link into Camunda Operate, which opens beside this page. */
final class OperateLink {

    private OperateLink() {
    }

    static Anchor to(Component page, String address) {
        Anchor link = new Anchor(address, page.getTranslation("operations.operate"));
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        link.addClassName("operate-link");
        return link;
    }
}
