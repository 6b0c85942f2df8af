package com.texchange.help.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** A picture of a page, which on a phone is too small to be read: it leads to its file, where it can be enlarged. */
class Picture extends Composite<Anchor> {

    Picture(String address, String shows) {
        Image image = new Image(address, shows);
        Span enlarge = new Span(getTranslation("help.enlarge"));
        enlarge.addClassName("picture-enlarge");
        getContent().addClassName("picture");
        getContent().setHref(address);
        getContent().setTarget(AnchorTarget.BLANK);
        getContent().add(image, enlarge);
    }
}
