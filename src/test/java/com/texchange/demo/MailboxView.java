package com.texchange.demo;

import com.texchange.common.LanguageChoice;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.LanguageSwitch;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Objects;

/** Every letter that the application sent in this quick start; the opened one is named in the address. */
@AnonymousAllowed
@StyleSheet("styles/demo.css")
class MailboxView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "demo/mailbox";
    private static final String LETTER = "letter";
    private static final int REFRESH_MILLIS = 2_000;
    private final transient DemoMailbox mailbox;
    private final Div list = new Div();
    private final Div opened = new Div();
    private transient List<DemoLetter> letters = List.of();
    private Registration polling = () -> { };

    MailboxView(DemoMailbox mailbox, LanguageChoice languages) {
        this.mailbox = mailbox;
        list.addClassName("mailbox-list");
        Div columns = new Div(list, opened);
        columns.addClassName("mailbox-columns");
        getContent().addClassNames("page", "mailbox");
        getContent().add(new Header(new H1(getTranslation("demo.mailbox.title")),
                new LanguageSwitch(languages, language -> { })), columns);
        list(mailbox.letters());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getLocation().getQueryParameters().getSingleParameter(LETTER).orElse("");
        opened.removeAll();
        letters.stream().filter(letter -> letter.id().equals(id)).findFirst()
                .ifPresent(letter -> opened.add(new LetterPane(letter)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("demo.mailbox.title");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        attach.getUI().setPollInterval(REFRESH_MILLIS);
        polling = attach.getUI().addPollListener(poll -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        polling.remove();
        detach.getUI().setPollInterval(-1);
    }

    private void refresh() {
        List<DemoLetter> current = mailbox.letters();
        if (!Objects.equals(current, letters)) {
            list(current);
        }
    }

    private void list(List<DemoLetter> current) {
        letters = current;
        list.removeAll();
        letters.forEach(letter -> list.add(entry(letter)));
        if (letters.isEmpty()) {
            list.add(new EmptyState(VaadinIcon.ENVELOPE_OPEN_O, getTranslation("demo.mailbox.empty.title"),
                    getTranslation("demo.mailbox.empty.text")));
        }
    }

    private Div entry(DemoLetter letter) {
        RouterLink subject = new RouterLink(letter.subject(), MailboxView.class);
        subject.setQueryParameters(QueryParameters.of(LETTER, letter.id()));
        subject.addClassName("mailbox-subject");
        Span about = new Span(letter.recipient() + " · " + DateTimes.dateTime(letter.receivedAt()));
        about.addClassName("mailbox-about");
        Div entry = new Div(subject, about);
        entry.addClassNames("mailbox-entry", "card");
        letter.links().forEach(link -> entry.add(new Anchor(link, link, AnchorTarget.BLANK)));
        return entry;
    }
}
