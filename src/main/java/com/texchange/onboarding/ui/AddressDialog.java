package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.OutdatedException;
import com.texchange.common.TooLateException;
import com.texchange.common.ValidEmail;
import com.texchange.common.ui.DoubtfulAddress;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.RecordBinder;
import com.texchange.onboarding.AddressCorrection;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;

/** «Изменить адрес»: where the letter of a live invitation should have gone. */
public final class AddressDialog {

    private final RecordBinder<NewAddress> binder = new RecordBinder<>(NewAddress.class);
    private final FormDialog dialog;
    private final Runnable send;

    /**
     * @param address  as it is; if a colleague has changed it meanwhile, it stays as the colleague wants it
     * @param code     which stays
     * @param changed  runs afterwards
     */
    public AddressDialog(OnboardingId id, String address, String code, AddressCorrection correction, Actor actor,
            Runnable changed) {
        EmailInput email = new EmailInput(text("onboarding.address.new"));
        email.setWidthFull();
        binder.forField(email)
                .withValidator(typed -> !EmailAddress.parse(typed).equals(Optional.of(EmailAddress.stored(address))),
                        text("onboarding.refused.sameAddress"))
                .bind("address");
        binder.readRecord(new NewAddress(address));
        dialog = new FormDialog(text("onboarding.address.title"), text("onboarding.address.submit"), this::send)
                .content(new Paragraph(text("onboarding.address.text", code)), email);
        dialog.setWidth("32rem");
        send = () -> binder.submit(request -> DoubtfulAddress.ask(request.address(), () -> {
            try {
                correction.change(id, address, request.address(), actor);
                Notices.success(text("onboarding.address.changed", request.address()));
            } catch (OutdatedException | TooLateException other) {
                Notices.refused(other);
            }
            dialog.close();
            changed.run();
        }));
    }

    public void open() {
        dialog.open();
    }

    private boolean send() {
        send.run();
        return false;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    /** What the form asks for; public, since the binder makes it. */
    public record NewAddress(@NotBlank @ValidEmail String address) {
    }
}
