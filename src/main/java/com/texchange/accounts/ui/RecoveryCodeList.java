package com.texchange.accounts.ui;

import com.texchange.common.ui.CopyButton;
import com.vaadin.flow.component.Composite;
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
        getContent().add(new Paragraph(getTranslation("accounts.factor.codesText")), list, new CopyButton(String.join("\n", codes)));
    }
}
