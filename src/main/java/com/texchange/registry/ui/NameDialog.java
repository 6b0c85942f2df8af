package com.texchange.registry.ui;

import com.texchange.common.Actor;
import com.texchange.common.CleanText;
import com.texchange.common.OutdatedException;
import com.texchange.common.RefusedException;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.LengthLimit;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.RecordBinder;
import com.texchange.partners.CompanyData;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.CompanyName;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** The sales department puts a company's name or tax id right, and says why. */
class NameDialog {

    private static final int MAX_REASON = 1_000;
    private final RecordBinder<CompanyName> binder = new RecordBinder<>(CompanyName.class);
    private final TextField reason = new TextField(text("common.reason"));
    private final TextField taxId = new TextField(text("registry.column.taxId"));
    private final FormDialog dialog;

    NameDialog(CompanyData data, CompanyInfo company, Actor actor, Runnable done) {
        dialog = new FormDialog(text("registry.rename"), text("registry.rename.save"), () -> {
            boolean[] saved = {false};
            binder.submit(name -> {
                saved[0] = reasonGiven() && identify(data, company, name, actor);
                if (saved[0]) {
                    done.run();
                }
            });
            return saved[0];
        }).content(new Paragraph(text("registry.rename.text")), form());
        dialog.setWidth("32rem");
        binder.readRecord(CompanyName.of(company));
    }

    /**
     * The only thing that can be wrong with a name and a tax id by themselves is told at the tax id.
     *
     * @return whether there is something else to be read now: this, or what a colleague has written meanwhile
     */
    private boolean identify(CompanyData data, CompanyInfo company, CompanyName name, Actor actor) {
        try {
            data.identify(company.id(), CompanyName.of(company), name, CleanText.line(reason.getValue()), actor);
            Notices.success(text("registry.rename.saved"));
            return true;
        } catch (OutdatedException outdated) {
            Notices.refused(outdated);
            return true;
        } catch (RefusedException refusal) {
            taxId.setErrorMessage(Notices.words(refusal));
            taxId.setInvalid(true);
            taxId.focus();
            return false;
        }
    }

    private FormLayout form() {
        TextField name = new TextField(text("registry.column.name"));
        reason.setManualValidation(true);
        reason.setRequiredIndicatorVisible(true);
        binder.forField(name).bind("name");
        binder.forField(taxId).bind("taxId");
        FormLayout form = new FormLayout(name, taxId, reason);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        return form;
    }

    private boolean reasonGiven() {
        boolean given = !CleanText.line(reason.getValue()).isEmpty();
        reason.setErrorMessage(text("common.reasonNeeded"));
        reason.setInvalid(!given);
        return given && LengthLimit.isKept(reason, MAX_REASON);
    }

    void open() {
        dialog.open();
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
