package com.texchange.common.ui;

import com.texchange.common.Routes;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Paragraph;

/** Says by what step somebody accepts the license agreement, with the way to it. */
public final class AgreementNote extends Composite<Paragraph> {

    /** @param key of the sentence before the link */
    public AgreementNote(String key) {
        Anchor agreement = new Anchor(Routes.AGREEMENT, getTranslation("common.agreement"), AnchorTarget.BLANK);
        getContent().add(new Text(getTranslation(key) + " "), agreement);
        getContent().addClassName("hint");
    }
}
