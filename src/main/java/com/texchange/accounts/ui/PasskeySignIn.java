package com.texchange.accounts.ui;

import com.texchange.accounts.SignIn;
import com.texchange.common.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import java.util.Optional;
import java.util.function.Supplier;

/** Signs in by a passkey: what the browser says is sent by the browser itself, by the road of all sign-ins. */
@Tag("form")
class PasskeySignIn extends Component implements HasComponents {

    private static final String SEND = "this.querySelector('[name=passkey]').value = $0; this.submit()";

    /**
     * @param path  where to go on after sign-in
     * @param asked what the browser is asked, anew each time
     * @param none  is told that it has shown none
     */
    PasskeySignIn(Optional<String> path, Supplier<String> asked, Runnable none) {
        getElement().setAttribute("method", "post").setAttribute("action", Routes.LOGIN);
        getElement().getClassList().add("sign-in-form");
        PasskeyButton button = new PasskeyButton(getTranslation("accounts.passkeys.signIn"));
        button.takes(() -> button.show(asked.get(), answer -> {
            if (answer.isEmpty()) {
                none.run();
            } else {
                getElement().executeJs(SEND, answer);
            }
        }));
        add(button);
        hide("passkey", "");
        path.ifPresent(local -> hide(SignIn.CONTINUE, local));
    }

    private void hide(String name, String value) {
        Input hidden = new Input();
        hidden.setType("hidden");
        hidden.getElement().setAttribute("name", name).setAttribute("value", value);
        add(hidden);
    }
}
