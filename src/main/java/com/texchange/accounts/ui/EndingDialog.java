package com.texchange.accounts.ui;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.SessionClock;
import com.texchange.common.CurrentActor;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.Windows;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** «Сеанс скоро закончится», once on each open page. */
class EndingDialog extends Dialog {

    private final transient SessionClock clock;
    private final transient FreshSignIn fresh;
    private final transient CurrentActor currentActor;
    private final Paragraph text = new Paragraph();
    private boolean byIdleness;

    private EndingDialog(SessionClock clock, FreshSignIn fresh, CurrentActor currentActor) {
        this.clock = clock;
        this.fresh = fresh;
        this.currentActor = currentActor;
        setHeaderTitle(getTranslation("accounts.ending.title"));
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        setWidth("28rem");
        text.getElement().setAttribute("role", "alert");
        add(text);
        Button stay = new Button(getTranslation("accounts.ending.stay"), click -> stay());
        stay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(stay);
    }

    /** The one of a page. */
    static EndingDialog of(UI ui, SessionClock clock, FreshSignIn fresh, CurrentActor currentActor) {
        EndingDialog dialog = ComponentUtil.getData(ui, EndingDialog.class);
        if (dialog == null) {
            dialog = new EndingDialog(clock, fresh, currentActor);
            ComponentUtil.setData(ui, EndingDialog.class, dialog);
        }
        return dialog;
    }

    void warn(SessionClock.Ending ending) {
        byIdleness = ending.byIdleness();
        text.setText(getTranslation(byIdleness ? "accounts.ending.idle" : "accounts.ending.longest", DateTimes.time(ending.at())));
        Windows.openOverAllPages(this);
    }

    void hide() {
        close();
    }

    private void stay() {
        if (byIdleness) {
            clock.stay();
            close();
        } else {
            FreshDialog.ask(fresh, currentActor.get(), () -> {
                clock.stayAnew();
                close();
            });
        }
    }
}
