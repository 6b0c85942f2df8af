package com.texchange.mail.ui;

import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.mail.LetterPreview;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Pre;

/** One letter: what a list of letters shows of it, and the letter itself. */
class LetterSheet extends Composite<Div> {

    /** The frame may neither run scripts nor open windows, so the sample's links lead nowhere. */
    private static final String DEAD_LINKS = "<base target=\"_blank\">";

    LetterSheet(LetterPreview letter, LetterChoice choice) {
        getContent().addClassNames("card", "letter-sheet");
        getContent().add(new DescriptionList()
                .add(getTranslation("letters.subject"), letter.subject())
                .add(getTranslation("letters.preheader"), letter.preheader()));
        getContent().add(choice.plain() ? plain(letter, choice) : page(letter, choice));
    }

    private static Component plain(LetterPreview letter, LetterChoice choice) {
        Pre text = new Pre(new UnbrokenText(letter.plain()));
        text.addClassName("letter-text");
        text.getElement().setAttribute("lang", choice.language().getLanguage());
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "region");
        text.getElement().setAttribute("aria-label", letter.subject());
        return text;
    }

    private static Component page(LetterPreview letter, LetterChoice choice) {
        IFrame frame = new IFrame();
        frame.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        frame.setSrcdoc(letter.html(choice.dark()).replaceFirst("<head>", "<head>" + DEAD_LINKS));
        frame.getElement().setAttribute("title", letter.subject());
        frame.addClassName("letter-frame");
        frame.setClassName("phone", choice.phone());
        frame.getStyle().set("color-scheme", choice.dark() ? "dark" : "light");
        return frame;
    }
}
