package com.texchange.journal;

import com.texchange.audit.AuditKind;
import com.texchange.audit.TypedText;
import com.texchange.common.Moments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;

/** How entries read in a person's language, on the page and in files alike. */
public final class JournalWords {

    /** Names of which there are whole lists have words of their own: by these lists are narrowed. */
    private static final Map<String, String> KEYS = Map.of("AREA_", "journal.area.", "KIND_", "journal.kind.", "SCOPE_", "journal.entries.",
            "STATE_", "journal.state.", "FOUND_", "journal.found.", "SUBJECT_", "journal.subject.");

    private final MessageSource messages;
    private final Moments moments;

    public JournalWords(MessageSource messages, Moments moments) {
        this.messages = messages;
        this.moments = moments;
    }

    /** What happened; an instance of a later version may have written what is not known here. */
    public String kind(JournalEntry entry) {
        return find("journal.kind." + entry.kind(), entry.kind());
    }

    public String kind(AuditKind kind) {
        return text("journal.kind." + kind);
    }

    public String area(AuditKind.Area area) {
        return text("journal.area." + area);
    }

    /** Who did it. */
    public String who(JournalEntry entry) {
        if (entry.foreign()) {
            return entry.company() == null ? text("journal.who.operator") : text("journal.who.of", entry.company());
        }
        if (entry.stranger()) {
            return text("journal.who.stranger", entry.actor());
        }
        if (entry.actorId() != null) {
            return entry.actor();
        }
        return text(entry.source() == null ? "journal.who.system" : "journal.who.nobody");
    }

    /** What it is about, in words. */
    public String about(JournalEntry entry) {
        String type = entry.subjectType();
        if (type == null) {
            return "";
        }
        return type.equals("LIST") ? find("journal.list." + entry.subjectId(), type)
                : about(type, Objects.requireNonNullElse(entry.subject(), ""));
    }

    /** A thing of a type, as the database names it. */
    public String about(String type, String label) {
        String kind = find("journal.subject." + type, type);
        return label.isEmpty() ? kind : text("journal.about", kind, label);
    }

    /** What a check looks at. */
    public String check(String name) {
        return find("journal.check." + name, name);
    }

    /** From where and how often. */
    public String times(JournalEntry entry) {
        return entry.times() == 1 ? "" : text("journal.times", entry.times());
    }

    /** What there was before, in a person's words; empty where that is not told. */
    public String before(JournalEntry entry) {
        return value(entry, entry.oldValue());
    }

    /** What there is since. */
    public String after(JournalEntry entry) {
        return value(entry, entry.newValue());
    }

    private String value(JournalEntry entry, @Nullable String value) {
        return value != null && entry.kind().equals(AuditKind.TIME_ZONE_CHANGED.name()) ? zone(value, entry.at()) : value(value);
    }

    private String zone(String id, Instant at) {
        try {
            return new Moments(moments.locale(), ZoneId.of(id)).zoneName(at);
        } catch (DateTimeException e) {
            return id;
        }
    }

    /** Names of the program in a person's words, moments by the person's clock; all else as it was typed. */
    public String value(@Nullable String value) {
        return value == null ? "" : Arrays.stream(value.split(" ")).map(this::word).collect(Collectors.joining(" "));
    }

    private String word(String word) {
        if (TypedText.isMarked(word)) {
            return TypedText.shown(word);
        }
        if (TypedText.NAME.matcher(word).matches()) {
            return find(key(word), word);
        }
        return TypedText.MOMENT.matcher(word).matches() ? moment(word) : word;
    }

    private static String key(String name) {
        return KEYS.entrySet().stream().filter(kind -> name.startsWith(kind.getKey()))
                .map(kind -> kind.getValue() + name.substring(kind.getKey().length())).findFirst().orElse("journal.value." + name);
    }

    private String moment(String word) {
        try {
            return moments.until(Instant.parse(word));
        } catch (DateTimeException e) {
            return word;
        }
    }

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, moments.locale());
    }

    private String find(String key, String otherwise) {
        try {
            return text(key);
        } catch (NoSuchMessageException e) {
            return otherwise;
        }
    }
}
