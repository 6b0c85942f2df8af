package com.texchange.licenses.ui;

import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.licenses.LicenseLoad;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The ways back to the latest loads. */
final class LatestLoads extends Composite<Div> {

    LatestLoads(List<LicenseLoad> loads) {
        H2 title = new H2(getTranslation("licenses.loads.title"));
        title.addClassName("find-license-title");
        UnorderedList list = new UnorderedList();
        list.addClassName("latest-loads");
        loads.forEach(load -> list.add(line(load)));
        getContent().add(title, list);
        setVisible(!loads.isEmpty());
    }

    private ListItem line(LicenseLoad load) {
        Anchor link = new Anchor(Routes.of(Routes.LOAD_LICENSES, load.id()), getTranslation("licenses.loads.load",
                DateTimes.dateTime(load.checkedAt()), load.rowCount()));
        String state = getTranslation("licenses.loads.state." + load.state());
        return new ListItem(link, new Span(getTranslation("licenses.loads.more", load.distributor() == null ? state
                : getTranslation("licenses.loads.stateFor", state, load.distributor()))));
    }
}
