package com.texchange.tasks.worker;

import com.texchange.common.Languages;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.LetterSamples;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The letters that {@link TaskLetters} writes. */
@Component
@Order(40)
class TaskLetterSamples implements LetterSamples {

    private final MessageSource messages;

    TaskLetterSamples(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Letter> in(Locale locale) {
        return List.of(letter("task-created", locale), letter("task-overdue", locale));
    }

    private Letter letter(String template, Locale locale) {
        boolean russian = locale.equals(Languages.RUSSIAN);
        String title = messages.getMessage("task.Task_RegisterDistributor.title", null, locale);
        String about = russian ? "ООО «Торговый дом Восток», ИНН 3015004564" : "Eastern Trading LLC, tax ID 3015004564";
        return LetterSamples.sample(template, locale, Map.of("name", russian ? "Анна Смирнова" : "Anna Smith",
                "title", title, "about", about, "reason", "", "due", russian ? "15 марта 2027 г." : "March 15, 2027",
                "link", LetterSamples.link(Routes.of(Routes.TASKS, 42)), "settings", LetterSamples.link(Routes.SETTINGS)), title, about);
    }
}
