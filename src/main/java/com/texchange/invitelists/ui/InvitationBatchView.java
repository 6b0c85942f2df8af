package com.texchange.invitelists.ui;

import com.texchange.batches.Batches;
import com.texchange.batches.ui.BatchLayouts;
import com.texchange.batches.ui.BatchView;
import com.texchange.batches.ui.RefusedRows;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** A list that is being invited, or another step that a supplier takes with many of its invitations. */
@Route(Routes.INVITE_LIST + "/:" + BatchView.ID)
@RolesAllowed("SUPPLIER")
class InvitationBatchView extends BatchView {

    InvitationBatchView(Batches batches, BatchLayouts layouts, RefusedRows refusedRows, ChangeFeed feed,
            CurrentActor currentActor) {
        super(batches, layouts, refusedRows, feed, currentActor);
    }
}
