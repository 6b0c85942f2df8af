package com.texchange.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Languages;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/**
 * Rows keep the keys of the messages by which they were refused, for as long as there are batches: a message that gets another name needs a
 * migration of the rows, as V120 is, and then its new name here.
 */
class KeptRefusalsTest {

    private static final List<String> BUNDLES = List.of("onboarding", "mail", "batches");
    private static final List<String> KEPT = List.of("onboarding.refused.stage.INVITED", "onboarding.refused.stage.REGISTERING",
            "onboarding.refused.stage.ACCEPTING", "onboarding.refused.stage.CONNECTING", "onboarding.refused.stage.CONNECTED",
            "onboarding.refused.stage.DECLINED", "onboarding.refused.stage.EXPIRED", "onboarding.refused.stage.REVOKED",
            "onboarding.refused.stage.REJECTED", "onboarding.refused.stage.JOINED", "onboarding.refused.partner", "onboarding.refused.underWay",
            "onboarding.refused.sameTaxId", "onboarding.refused.companyInvited", "onboarding.refused.ownAddress",
            "onboarding.refused.operatorAddress", "onboarding.refused.ownCompany", "onboarding.refused.addressChanged",
            "onboarding.refused.addressesADay",
            "mail.refused.lettersADay", "batches.refused.notAllowed", "batches.refused.invalid", "batches.refused.unexpected");

    @Test
    void eachHasItsText() {
        for (Locale language : Languages.ALL) {
            assertThat(KEPT).as(language.getLanguage()).allMatch(key -> BUNDLES.stream()
                    .anyMatch(bundle -> ResourceBundle.getBundle("messages/" + bundle, language).containsKey(key)));
        }
    }
}
