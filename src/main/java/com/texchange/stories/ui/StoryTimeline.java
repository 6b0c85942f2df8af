package com.texchange.stories.ui;

import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.mail.Delivery;
import com.texchange.grants.ui.GrantWords;
import com.texchange.onboarding.ActivityKind;
import com.texchange.onboarding.ui.StageBadge;
import com.texchange.stories.StoryLetter;
import com.texchange.stories.StoryLine;
import com.texchange.stories.StoryStep;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What has happened, oldest first: who, when, and what became of each letter. Under the days where it is long. */
public final class StoryTimeline extends Composite<Div> {

    private static final int LONG = 8;
    /** What a step of a grant tells, after the person: acts, end, reason. */
    private static final int TERMS = 3;

    private final transient @Nullable Consumer<UUID> onOpen;

    /** Without a way to open the letters. */
    public StoryTimeline(List<StoryLine> lines) {
        this(lines, null);
    }

    /** @param onOpen takes the letter that is to be opened */
    StoryTimeline(List<StoryLine> lines, @Nullable Consumer<UUID> onOpen) {
        this.onOpen = onOpen;
        getContent().addClassName("story-timeline");
        if (lines.size() < LONG) {
            getContent().add(list(lines, false));
        } else {
            byDay(lines).values().forEach(day -> {
                H3 heading = new H3(DateTimes.date(day.getFirst().at()));
                heading.addClassName("story-day");
                getContent().add(heading, list(day, true));
            });
        }
    }

    private static Map<LocalDate, List<StoryLine>> byDay(List<StoryLine> lines) {
        Map<LocalDate, List<StoryLine>> days = new LinkedHashMap<>();
        lines.forEach(line -> days.computeIfAbsent(LocalDate.ofInstant(line.at(), DateTimes.zone()),
                day -> new ArrayList<>()).add(line));
        return days;
    }

    private OrderedList list(List<StoryLine> lines, boolean underDay) {
        OrderedList list = new OrderedList();
        list.addClassName("story");
        lines.forEach(line -> list.add(item(line, underDay)));
        return list;
    }

    private String text(StoryStep step) {
        String text = getTranslation(step.messageKey(), step.arguments().toArray());
        if (step.arguments().size() <= TERMS) {
            return text;
        }
        List<String> terms = step.arguments().subList(1, TERMS + 1);
        return switch (step.kind()) {
            case DELEGATED, DELEGATION_CHANGED, DELEGATION_ASKED -> text + ": " + GrantWords.terms(terms);
            case DELEGATION_REFUSED -> GrantWords.withReason(text, terms);
            default -> text;
        };
    }

    private ListItem item(StoryLine line, boolean underDay) {
        Span text = new UnbrokenText(switch (line) {
            case StoryStep step -> text(step);
            case StoryLetter letter -> name(letter);
        });
        text.addClassName("story-text");
        ListItem item = new ListItem(icon(line), text);
        if (line instanceof StoryLetter letter) {
            item.add(state(letter));
        }
        Span when = new Span(underDay ? Moment.timeOfDay(line.at()) : Moment.full(line.at()),
                new Text(" · " + getTranslation("stories.side." + line.by()) + " · "), Moment.ago(line.at()));
        when.addClassName("story-when");
        item.add(when);
        return item;
    }

    /** Letters are told by their names, not by their templates'. */
    private String name(StoryLetter letter) {
        String name = getTranslation("stories.letterName." + letter.template());
        return letter.recipient() == null ? getTranslation("stories.letter.toDistributor", name)
                : getTranslation("stories.letter.to", name, letter.recipient());
    }

    private Component state(StoryLetter letter) {
        Span text = new Span();
        text.addClassName("story-letter");
        text.add(StageBadge.of(letter.state()));
        text.add(new Text(" " + stateText(letter)));
        Div state = new Div(text);
        UUID readable = letter.readable();
        if (readable != null && onOpen != null) {
            Button open = new Button(getTranslation("stories.letter.open"), click -> onOpen.accept(readable));
            open.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            open.setAriaLabel(getTranslation("stories.letter.openOne", name(letter)));
            text.add(open);
        }
        String technical = letter.technical();
        if (technical != null) {
            Div detail = new Div(getTranslation("stories.letter.technical", letter.attempts(), technical));
            detail.addClassName("story-technical");
            state.add(detail);
        }
        return state;
    }

    private String stateText(StoryLetter letter) {
        String why = letter.problem() == null ? "" : getTranslation("stories.letterProblem." + letter.problem());
        if (letter.state() == Delivery.State.SENT) {
            // Else the line's own time says when.
            return !letter.leftLater() ? "" : letter.attempts() > 1
                    ? getTranslation("stories.letter.sentAtLast", DateTimes.dateTime(letter.finishedAt()), letter.attempts())
                    : DateTimes.dateTime(letter.finishedAt());
        }
        if (letter.state() == Delivery.State.FAILED) {
            return getTranslation("stories.letter.failed", why, DateTimes.dateTime(letter.finishedAt()));
        }
        return letter.isLate()
                ? getTranslation("stories.letter.late", why, letter.attempts(),
                        DateTimes.dateTime(letter.nextAttemptAt()))
                : "";
    }

    private static Component icon(StoryLine line) {
        Icon icon = sign(line).create();
        icon.addClassNames("story-icon", "story-icon-" + tone(line));
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    private static VaadinIcon sign(StoryLine line) {
        return switch (line) {
            case StoryStep step -> sign(step.kind());
            case StoryLetter letter -> letter.state() == Delivery.State.FAILED ? VaadinIcon.WARNING : VaadinIcon.ENVELOPE;
        };
    }

    private static VaadinIcon sign(ActivityKind kind) {
        return switch (kind) {
            case INVITED, RESENT, REMINDED -> VaadinIcon.PAPERPLANE;
            case ADDRESS_CHANGED -> VaadinIcon.EDIT;
            case TAKEN_OVER -> VaadinIcon.EXCHANGE;
            case JOINED -> VaadinIcon.CONNECT;
            case REGISTRATION_REQUESTED -> VaadinIcon.FORM;
            case ACCOUNT_OPENED -> VaadinIcon.USER_CHECK;
            case FOLLOWED -> VaadinIcon.LINK;
            case ACCEPTED, ACCEPTED_ELSEWHERE -> VaadinIcon.CHECK;
            case DELEGATED, DELEGATION_CHANGED, DELEGATION_ASKED -> VaadinIcon.KEY;
            case DELEGATION_WITHDRAWN, DELEGATION_REFUSED, DELEGATION_ASK_WITHDRAWN, DELEGATION_ENDED -> VaadinIcon.LOCK;
            case DECLINED, DECLINED_ELSEWHERE, REJECTED -> VaadinIcon.CLOSE;
            case REVOKED -> VaadinIcon.BAN;
            case PARTNERSHIP_ESTABLISHED -> VaadinIcon.HANDSHAKE;
            case LICENSES_ORDERED -> VaadinIcon.LIST_SELECT;
            case CONNECTED -> VaadinIcon.PLUG;
            case EXPIRED -> VaadinIcon.HOURGLASS_END;
            default -> VaadinIcon.CIRCLE;
        };
    }

    private static String tone(StoryLine line) {
        return switch (line) {
            case StoryStep step -> tone(step.kind());
            case StoryLetter letter -> switch (letter.state()) {
                case SENT -> "plain";
                case QUEUED -> "late";
                case FAILED, WITHDRAWN -> "bad";
            };
        };
    }

    private static String tone(ActivityKind kind) {
        return switch (kind) {
            case ACCEPTED, ACCEPTED_ELSEWHERE, CONNECTED, ACCOUNT_OPENED -> "good";
            case DECLINED, DECLINED_ELSEWHERE, REJECTED, REVOKED, EXPIRED -> "bad";
            default -> "plain";
        };
    }
}
