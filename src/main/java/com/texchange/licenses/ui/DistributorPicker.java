package com.texchange.licenses.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.SearchPicker;
import com.texchange.licenses.LicenseLoading;
import com.texchange.partners.CompanyInfo;

/** The choice of the distributor whose licenses are loaded. */
final class DistributorPicker {

    private DistributorPicker() {
    }

    static SearchPicker<CompanyInfo> of(String label, LicenseLoading loading, Actor actor) {
        SearchPicker<CompanyInfo> distributor = new SearchPicker<>(label);
        distributor.setPlaceholder(distributor.getTranslation("licenses.load.distributorHint"));
        distributor.setErrorMessage(distributor.getTranslation("licenses.load.distributorMissing"));
        distributor.setRequiredIndicatorVisible(true);
        distributor.setWidthFull();
        distributor.setMaxWidth("40rem");
        distributor.setItemLabelGenerator(company -> company.taxId() == null ? company.name()
                : distributor.getTranslation("licenses.load.distributorLabel", company.name(), company.taxId().value()));
        distributor.offer((words, offset, limit) -> loading.distributors(words, offset, limit, actor));
        distributor.addValueChangeListener(change -> distributor.setInvalid(change.getValue() == null));
        return distributor;
    }
}
