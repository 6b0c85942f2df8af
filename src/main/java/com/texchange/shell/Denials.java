package com.texchange.shell;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditRefusals;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.Audited;
import com.texchange.common.CurrentActor;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import org.springframework.stereotype.Component;

/** Records what was denied to whoever is at the page. */
@Component
class Denials {

    private final AuditRefusals refusals;
    private final CurrentActor person;

    Denials(AuditRefusals refusals, CurrentActor person) {
        this.refusals = refusals;
        this.person = person;
    }

    /** A page. */
    void ofPage(Location page) {
        record(AuditKind.PAGE_DENIED, page);
    }

    /** What was to be done, or read, at the page where it was asked for. */
    void ofAct() {
        record(AuditKind.ACT_DENIED, UI.getCurrent().getActiveViewLocation());
    }

    private void record(AuditKind kind, Location page) {
        Audited denied = person.find().map(actor -> Audited.of(kind, actor)).orElseGet(() -> Audited.byStranger(kind, ""));
        refusals.record(denied.about(AuditSubject.named(AuditSubject.Type.PAGE, "", "/" + page.getPath())));
    }
}
