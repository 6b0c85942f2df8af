package com.texchange.common.ui;

import com.texchange.common.Actor;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * What a person's position does not allow is not offered: it is hidden, and where people would look for it stands why. Goes by the
 * rules of {@link Actor}, which the services ask too.
 */
public final class Acts {

    private Acts() {
    }

    /** Hides from readers what changes something. */
    public static <C extends Component> C forActing(C act, Actor actor) {
        act.setVisible(actor.mayAct());
        return act;
    }

    /** Says to a reader why nothing can be changed here; hidden from others. */
    public static Paragraph whyNotActing(Actor actor) {
        return hint(actor.mayAct() ? null : Actor.ONLY_READS);
    }

    /** Says to whoever does not administer the company why this cannot be changed; hidden from others. */
    public static Paragraph whyNotAdministering(Actor actor) {
        return hint(actor.administers() ? null : Actor.ADMINISTRATORS_ONLY);
    }

    private static Paragraph hint(@Nullable String key) {
        Paragraph hint = new Paragraph(key == null ? "" : UI.getCurrent().getTranslation(key));
        hint.addClassName("hint");
        hint.setVisible(key != null);
        return hint;
    }
}
