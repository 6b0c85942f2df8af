package com.texchange.invitelists.ui;

import com.texchange.batches.ui.BatchLayout;
import com.texchange.common.Routes;
import com.texchange.onboarding.InvitationBatches;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How batches of invitations are shown. The file of refused rows has the columns of a list, so that it can be read again. */
@Configuration(proxyBeanMethods = false)
class InvitationBatchLayout {

    @Bean
    BatchLayout layoutOfInvitationBatches() {
        return new BatchLayout(InvitationBatches.KINDS, Routes.INVITE_LIST, "invitelists.title", Routes.DISTRIBUTORS,
                "invitelists.column.name", List.of(
                        new BatchLayout.Column(InvitationBatches.EMAIL, "invitelists.column.email", "14rem"),
                        new BatchLayout.Column(InvitationBatches.TAX_ID, "invitelists.column.taxId", null),
                        new BatchLayout.Column(InvitationBatches.CITY, "invitelists.column.city", "9rem"),
                        new BatchLayout.Column(InvitationBatches.LANGUAGE, "invitelists.column.language", null)),
                List.of(InvitationBatches.CODE));
    }
}
