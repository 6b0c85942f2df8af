package com.texchange.grants.ui;

import static com.texchange.grants.ui.GrantWords.text;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.grants.GrantInfo;
import com.texchange.grants.GrantRequestInfo;
import com.texchange.grants.GrantRequests;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.Grants;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.ZoneId;
import java.util.Optional;

/** What a supplier may do with a distributor's licenses, what it has asked for, and the button to ask. */
class GrantSection extends Composite<Div> {

    private final transient Grants grants;
    private final transient GrantRequests requests;
    private final transient Actor actor;
    private final ZoneId zone;
    private final CompanyId distributor;
    private final String name;

    /** @param zone the distributor's */
    GrantSection(Grants grants, GrantRequests requests, ZoneId zone, CompanyId distributor, String name, Actor actor) {
        this.grants = grants;
        this.requests = requests;
        this.zone = zone;
        this.distributor = distributor;
        this.name = name;
        this.actor = actor;
        getContent().addClassName("grant-section");
    }

    /** The page around keeps its buttons when news come: this one reads its own. */
    GrantSection following(ChangeFeed feed) {
        LiveUpdates.follow(this, feed, change -> change.concerns(Change.Topic.LICENSES, actor.companyId()), this::refresh);
        refresh();
        return this;
    }

    private void refresh() {
        getContent().removeAll();
        Optional<GrantInfo> received = grants.received(distributor, actor);
        getContent().add(new H3(text("grants.section.title")), new Paragraph(received
                .map(GrantSection::allowed).orElseGet(() -> text("grants.section.none"))));
        requests.open(distributor, actor).ifPresentOrElse(this::showOpen, () -> {
            if (received.filter(GrantSection::isWhole).isEmpty()) {
                getContent().add(Acts.forActing(new Button(text("grants.request.ask"), click -> ask()), actor));
            }
        });
    }

    /** There is no more to ask for. */
    private static boolean isWhole(GrantInfo grant) {
        return grant.endsAt() == null && grant.acts().containsAll(GrantTerms.ALL.acts());
    }

    private static String allowed(GrantInfo grant) {
        return text("grants.section.allowed", GrantWords.acts(grant.acts()), GrantWords.end(grant.endsAt()),
                DateTimes.date(grant.givenAt()));
    }

    private void showOpen(GrantRequestInfo request) {
        Button withdraw = new Button(text("grants.request.withdraw"), click -> {
            requests.withdraw(distributor, actor);
            Notices.success(text("grants.request.withdrawn"));
            refresh();
        });
        withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getContent().add(new Paragraph(text("grants.request.waits", request.askedBy(), DateTimes.date(request.askedAt()),
                GrantWords.acts(request.acts()), GrantWords.end(request.endsAt()))), Acts.forActing(withdraw, actor));
    }

    private void ask() {
        GrantTermsFields fields = new GrantTermsFields(zone, false).show(GrantTerms.ALL.acts(), null, null);
        FormDialog dialog = new FormDialog(text("grants.request.title"), text("grants.request.send"),
                () -> fields.read().map(this::send).isPresent())
                .content(new Paragraph(text("grants.request.text", name)), fields);
        dialog.setWidth("32rem");
        dialog.open();
    }

    private boolean send(GrantTerms terms) {
        requests.ask(distributor, terms, actor);
        Notices.success(text("grants.request.sent", name));
        refresh();
        return true;
    }
}
