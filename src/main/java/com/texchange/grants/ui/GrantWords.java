package com.texchange.grants.ui;

import com.texchange.common.FullStops;
import com.texchange.common.ui.DateTimes;
import com.texchange.grants.GrantedAct;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is granted, in the words of the page. */
public final class GrantWords {

    private static final int ACTS = 0;
    private static final int END = 1;
    private static final int REASON = 2;

    private GrantWords() {
    }

    /** The acts, one after the other. */
    public static String acts(Collection<GrantedAct> acts) {
        return Arrays.stream(GrantedAct.values()).filter(acts::contains).map(act -> text("grants.act." + act))
                .collect(Collectors.joining(", "));
    }

    /** Until when. */
    public static String end(@Nullable Instant endsAt) {
        return endsAt == null ? text("grants.noEnd") : text("grants.until", DateTimes.until(endsAt));
    }

    /** As a story keeps it: the acts' names parted by blanks, the end, the reason; the last two can be empty. */
    public static String terms(List<String> terms) {
        List<GrantedAct> acts = Arrays.stream(terms.get(ACTS).split(" ")).map(GrantedAct::valueOf).toList();
        Instant end = terms.get(END).isEmpty() ? null : Instant.parse(terms.get(END));
        return withReason(acts(acts) + "; " + end(end), terms);
    }

    /** A text, and the reason as the sentence that follows, if there is one. */
    public static String withReason(String text, List<String> terms) {
        return terms.get(REASON).isEmpty() ? text : FullStops.follow(text, text("grants.told.reason", terms.get(REASON)));
    }

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
