package com.texchange.grants.ui;

import static com.texchange.grants.ui.GrantWords.text;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.ui.FreshDialog;
import com.texchange.common.Actor;
import com.texchange.common.GrantRequestId;
import com.texchange.common.OutdatedException;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.grants.GrantDecisions;
import com.texchange.grants.GrantInfo;
import com.texchange.grants.GrantRequestInfo;
import com.texchange.grants.GrantSubjects;
import com.texchange.grants.GrantTerms;
import com.texchange.partners.Companies;
import com.texchange.partners.TimeZones;
import com.texchange.tasks.TaskForm;
import com.texchange.tasks.TaskSubject;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A distributor answers a supplier that asks for the right to manage its licenses: as asked for, otherwise, or no. */
@org.springframework.stereotype.Component
class DecideGrantForm implements TaskForm {

    private final GrantDecisions decisions;
    private final GrantSubjects subjects;
    private final Companies companies;
    private final FreshSignIn fresh;
    private final TimeZones zones;

    DecideGrantForm(GrantDecisions decisions, GrantSubjects subjects, Companies companies, FreshSignIn fresh, TimeZones zones) {
        this.decisions = decisions;
        this.subjects = subjects;
        this.companies = companies;
        this.fresh = fresh;
        this.zones = zones;
    }

    @Override
    public String elementId() {
        return GrantDecisions.TASK;
    }

    @Override
    public String subjectVariable() {
        return "grantRequestId";
    }

    @Override
    public boolean isForAdministrators() {
        return true;
    }

    @Override
    public TaskSubject subject(UUID subjectId) {
        return subjects.of(new GrantRequestId(subjectId));
    }

    @Override
    public List<String> result(UserTask task, Actor actor) {
        GrantRequestInfo request = request(task);
        return List.of(text(request.granted() ? "grants.task.granted" : "grants.task.refused", supplier(request)));
    }

    @Override
    public Component create(UserTask task, Actor actor, Runnable done) {
        GrantRequestInfo request = request(task);
        Optional<GrantInfo> inForce = decisions.inForce(request.id());
        SeenGrant seen = new SeenGrant(inForce, () -> decisions.inForce(request.id()));
        GrantRequestInfo together = decisions.together(request.id());
        GrantTermsFields fields = new GrantTermsFields(zones.of(request.distributorId()), true)
                .show(together.acts(), together.endsAt(), request.reason());
        Div form = new Div(new Paragraph(text("grants.task.text", supplier(request))), facts(request, inForce),
                new Paragraph(text("grants.task.narrow")), fields, seen, buttons(request, fields, seen, actor, done));
        form.addClassName("task-form");
        return form;
    }

    private static Component facts(GrantRequestInfo request, Optional<GrantInfo> inForce) {
        DescriptionList facts = new DescriptionList();
        inForce.ifPresent(grant -> facts
                .add(text("grants.task.inForce"), GrantWords.acts(grant.acts()) + ", " + GrantWords.end(grant.endsAt())));
        return facts
                .add(text("grants.task.acts"), GrantWords.acts(request.acts()))
                .add(text("grants.task.end"), GrantWords.end(request.endsAt()))
                .add(text("grants.reason"), request.reason())
                .add(text("grants.task.askedAt"), DateTimes.dateTime(request.askedAt()));
    }

    private Component buttons(GrantRequestInfo request, GrantTermsFields fields, SeenGrant seen, Actor actor, Runnable done) {
        HorizontalLayout buttons = new HorizontalLayout(grant(request, fields, seen, actor, done), refuse(request, fields, actor, done));
        buttons.setWrap(true);
        return buttons;
    }

    private Button grant(GrantRequestInfo request, GrantTermsFields fields, SeenGrant seen, Actor actor, Runnable done) {
        Button grant = new Button(text("grants.task.grant"), click -> fields.read().ifPresent(terms ->
                FreshDialog.then(fresh, actor, () -> grant(request, fields, seen, terms, actor, done))));
        grant.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return grant;
    }

    private Button refuse(GrantRequestInfo request, GrantTermsFields fields, Actor actor, Runnable done) {
        Button refuse = new Button(text("grants.task.refuse"), click -> new ReasonDialog(text("grants.task.refuseTitle"),
                text("grants.task.refuseText", supplier(request)), text("grants.task.refuse"), reason -> {
                    decisions.refuse(request.id(), reason, actor);
                    fields.settled();
                    done.run();
                }).open());
        refuse.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        return refuse;
    }

    private void grant(GrantRequestInfo request, GrantTermsFields fields, SeenGrant seen, GrantTerms terms, Actor actor, Runnable done) {
        try {
            decisions.grant(request.id(), seen.version(), terms, actor);
            fields.settled();
            done.run();
        } catch (OutdatedException outdated) {
            seen.lookAgain();
        }
    }

    private GrantRequestInfo request(UserTask task) {
        return decisions.get(new GrantRequestId(task.subjectId()));
    }

    private String supplier(GrantRequestInfo request) {
        return companies.get(request.supplierId()).name();
    }
}
