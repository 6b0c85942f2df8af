package com.texchange.accounts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Recovery codes, the one time that they can be read. */
class RecoveryCodeList extends Composite<Div> {

    RecoveryCodeList(List<String> codes) {
        UnorderedList list = new UnorderedList(codes.stream().map(ListItem::new).toArray(ListItem[]::new));
        list.addClassName("recovery-codes");
        Button copy = new Button(getTranslation("accounts.factor.copy"));
        copy.addClickListener(click -> copy.getElement().executeJs("navigator.clipboard.writeText($0)", String.join("\n", codes)));
        getContent().add(new Paragraph(getTranslation("accounts.factor.codesText")), list, copy);
    }
}
