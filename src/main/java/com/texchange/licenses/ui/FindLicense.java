package com.texchange.licenses.ui;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.Routes;
import com.texchange.licenses.LicenseLoading;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;

/** Leads the sales department to the page of a license by its number or activation code. */
final class FindLicense extends Composite<Div> {

    private final TextField what = new TextField(getTranslation("licenses.find.what"));
    private final LicenseLoading loading;
    private final Actor actor;

    FindLicense(LicenseLoading loading, Actor actor) {
        this.loading = loading;
        this.actor = actor;
        what.setMaxLength(60);
        what.addValueChangeListener(change -> what.setInvalid(false));
        Button find = new Button(getTranslation("licenses.find.find"), click -> find());
        find.addClickShortcut(Key.ENTER).listenOn(what).resetFocusOnActiveElement();
        Div form = new Div(what, find);
        form.addClassName("find-license");
        H2 title = new H2(getTranslation("licenses.find.title"));
        title.addClassName("find-license-title");
        getContent().add(title, form);
    }

    private void find() {
        Optional<LicenseId> found = loading.find(what.getValue(), actor);
        found.ifPresent(license -> getUI().ifPresent(ui -> ui.navigate(Routes.of(Routes.LICENSE, license))));
        what.setErrorMessage(getTranslation("licenses.find.none"));
        what.setInvalid(found.isEmpty());
    }
}
