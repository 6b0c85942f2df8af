package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.texchange.common.ui.BackLink;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.tasks.InboxSettings;
import com.texchange.tasks.InboxSettings.Switch;
import com.texchange.tasks.InboxSettings.Switches;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** «Уведомления»: which letters a person gets about tasks. Each switch is kept as soon as it is moved. */
@Route(Routes.SETTINGS)
@RolesAllowed({"SALES", "DISTRIBUTOR", "SUPPLIER"})
class SettingsView extends Composite<Div> implements HasDynamicTitle {

    static final String CREATED = "settings-created";
    static final String OVERDUE = "settings-overdue";
    static final String NEXT = "settings-next";

    private final InboxSettings settings;
    private final Actor actor;

    SettingsView(InboxSettings settings, CurrentActor currentActor) {
        this.settings = settings;
        this.actor = currentActor.get();
        Switches now = settings.switches(actor);
        Checkbox created = box(CREATED, "tasks.settings.created", Switch.MAIL_CREATED, now.mailCreated());
        Checkbox overdue = box(OVERDUE, "tasks.settings.overdue", Switch.MAIL_OVERDUE, now.mailOverdue());
        Checkbox next = box(NEXT, "tasks.settings.next", Switch.OPEN_NEXT, now.openNext());
        Div letters = new Div(new H2(getTranslation("tasks.settings.letters")),
                new Paragraph(new UnbrokenText(getTranslation("tasks.settings.to", actor.email()))), created, overdue,
                note("tasks.settings.note"));
        Div inbox = new Div(new H2(getTranslation("tasks.settings.inbox")), next);
        letters.addClassNames("card", "settings-card");
        inbox.addClassNames("card", "settings-card");
        getContent().addClassNames("page", "card-columns");
        getContent().add(new BackLink(Routes.TASKS, getTranslation("tasks.title")), new PageHeader(getPageTitle()), letters, inbox);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tasks.settings");
    }

    private Checkbox box(String id, String key, Switch which, boolean on) {
        Checkbox box = new Checkbox(getTranslation(key), on);
        box.setId(id);
        box.setHelperText(getTranslation(key + ".help"));
        box.addValueChangeListener(change -> turn(which, change.getValue()));
        return box;
    }

    private static Paragraph note(String key) {
        Paragraph note = new Paragraph();
        note.setText(note.getTranslation(key));
        note.addClassName("task-subject");
        return note;
    }

    private void turn(Switch which, boolean on) {
        settings.turn(which, on, actor);
        Notices.success(getTranslation("tasks.settings.saved"));
    }
}
