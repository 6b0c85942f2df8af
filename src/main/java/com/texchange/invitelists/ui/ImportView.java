package com.texchange.invitelists.ui;

import com.texchange.batches.BatchId;
import com.texchange.batches.BatchProperties;
import com.texchange.batches.Batches;
import com.texchange.batches.ui.BatchGrid;
import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.BackLink;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.invitelists.FailedRows;
import com.texchange.invitelists.InvitationLists;
import com.texchange.invitelists.InviteeColumn;
import com.texchange.invitelists.ListedInvitee;
import com.texchange.onboarding.InvitationBatches;
import com.texchange.tables.MappedTable;
import com.texchange.tables.TableLimits;
import com.texchange.tables.ui.TableForm;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** «Пригласить списком»: a supplier pastes or uploads a list, sees what would become of each row, and confirms. */
@Route(Routes.INVITE_LIST)
@RolesAllowed("SUPPLIER")
class ImportView extends VerticalLayout implements HasDynamicTitle {

    private final transient InvitationLists lists;
    private final transient Actor actor;
    private final ListPreview preview;
    private final TableForm<InviteeColumn> form;

    ImportView(InvitationLists lists, Batches batches, FailedRows failedRows, BatchProperties properties,
            ChangeFeed feed, CurrentActor currentActor) {
        this.lists = lists;
        this.actor = currentActor.get();
        this.preview = new ListPreview(failedRows, properties.grace(), this::invite);
        this.form = new TableForm<>(InviteeColumn.class, TableLimits.USUAL, this::check);
        H2 earlier = new H2(getTranslation("invitelists.earlier"));
        earlier.addClassName("section-title");
        add(new BackLink(Routes.DISTRIBUTORS, getTranslation("overview.distributors.title")),
                new PageHeader(getTranslation("invitelists.title")),
                new Paragraph(getTranslation("invitelists.hint")), Acts.whyNotActing(actor),
                Acts.forActing(form, actor), preview, earlier, new BatchGrid(batches, InvitationBatches.KINDS,
                getTranslation("invitelists.earlier.none"), feed, actor));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("invitelists.title");
    }

    private void check(@Nullable MappedTable<InviteeColumn> table) {
        preview.setVisible(false);
        if (table == null) {
            preview.show(List.of());
            return;
        }
        try {
            preview.show(lists.check(table, actor));
            preview.setVisible(true);
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
        }
    }

    private void invite(List<ListedInvitee> rows, Locale language) {
        BatchId id = lists.invite(rows, language, actor);
        // Done with: nothing is left to be asked for on the way to the next page.
        form.reset();
        getUI().ifPresent(ui -> ui.navigate(Routes.of(Routes.INVITE_LIST, id)));
    }
}
