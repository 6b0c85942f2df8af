package com.texchange.mail.ui;

import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.mail.LetterPreview;
import com.texchange.mail.LetterPreviews;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** «Письма»: every letter that the product writes, with invented data, as its reader sees it. */
@Route(Routes.LETTERS)
@Menu(title = "letters.title", order = 65, icon = "vaadin:envelope-open-o")
@RolesAllowed({"SALES", "PROCESS_MANAGER"})
class LettersView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient LetterPreviews previews;
    private final transient Actor actor;
    private final LetterControls controls = new LetterControls(this::go);
    private final Div sheet = new Div();
    private transient @Nullable LetterChoice choice;

    LettersView(LetterPreviews previews, CurrentActor currentActor) {
        this.previews = previews;
        this.actor = currentActor.get();
        Button send = new Button(getTranslation("letters.send"), VaadinIcon.PAPERPLANE_O.create(), click -> send());
        sheet.getElement().setAttribute("aria-live", "polite");
        getContent().addClassName("page");
        getContent().add(new PageHeader(getTranslation("letters.title"), send),
                new Paragraph(getTranslation("letters.hint")), controls, sheet);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String template) {
        String first = previews.list(getLocale(), actor).getFirst().template();
        show(LetterChoice.of(template == null ? first : template, event.getLocation().getQueryParameters(), getLocale()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("letters.title");
    }

    private void show(LetterChoice wish) {
        LetterPreview letter = previews.find(wish.template(), wish.language(), actor)
                .orElseThrow(() -> new NotFoundException("no letter " + wish.template()));
        List<LetterPreviews.Entry> letters = previews.list(getLocale(), actor);
        choice = wish;
        controls.show(wish, letters);
        sheet.removeAll();
        sheet.add(new LetterSheet(letter, wish));
    }

    private void go(LetterChoice wish) {
        getUI().ifPresent(ui -> ui.navigate(Routes.of(Routes.LETTERS, wish.template()), wish.query()));
    }

    private void send() {
        LetterChoice shown = choice;
        if (shown != null) {
            previews.sendToSelf(shown.template(), shown.language(), actor);
            Notices.success(getTranslation("letters.sent", actor.email()));
        }
    }
}
