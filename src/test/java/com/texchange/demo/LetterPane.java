package com.texchange.demo;

import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.tabs.TabSheet;

/** One letter, as a mail program shows it and as plain text. */
class LetterPane extends Composite<Div> {

    /** Links open in a tab of their own: the frame itself may do nothing. */
    private static final String BASE = "<base target=\"_blank\">";

    LetterPane(DemoLetter letter) {
        getContent().addClassNames("mailbox-letter", "card");
        getContent().add(new H2(letter.subject()), new DescriptionList()
                .add(getTranslation("demo.mailbox.to"), letter.recipient())
                .add(getTranslation("demo.mailbox.date"), DateTimes.dateTime(letter.receivedAt())));
        TabSheet parts = new TabSheet();
        if (!letter.html().isEmpty()) {
            parts.add(getTranslation("demo.mailbox.html"), frame(letter));
        }
        if (!letter.text().isEmpty()) {
            parts.add(getTranslation("demo.mailbox.text"), new Pre(letter.text()));
        }
        getContent().add(parts);
    }

    /** The letter comes from the application, but a sandbox shows what a mail program would leave of it. */
    private static IFrame frame(DemoLetter letter) {
        IFrame frame = new IFrame();
        frame.setSandbox(IFrame.SandboxType.ALLOW_POPUPS, IFrame.SandboxType.ALLOW_POPUPS_TO_ESCAPE_SANDBOX);
        frame.setSrcdoc(BASE + letter.html());
        frame.getElement().setAttribute("title", letter.subject());
        return frame;
    }
}
