package com.texchange.identityproviders;

import com.texchange.common.CleanText;
import org.jspecify.annotations.Nullable;

/** What servers have said, or libraries of it, for the log: one line of no great length, without what a terminal takes for a command. */
final class ServerWords {

    private static final int LONGEST = 300;

    private ServerWords() {
    }

    static String line(@Nullable String said) {
        String text = CleanText.line(said == null ? "" : said);
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
