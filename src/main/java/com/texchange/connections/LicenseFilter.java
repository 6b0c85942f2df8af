package com.texchange.connections;

import com.texchange.common.CompanyId;
import com.texchange.common.SearchWords;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which licenses a list shows. An order can take it too: then it means the same licenses, as they stand at that moment.
 *
 * @param text     words of anything that a row shows; blank for all
 * @param fields   words of single columns
 * @param supplier to which "connected" and "own" refer, and whose codes of distributors count; null where it is any supplier
 */
public record LicenseFilter(String text, Map<LicenseField, String> fields, Show show, Words words, @Nullable CompanyId supplier) {

    public static final LicenseFilter NONE = new LicenseFilter("");

    public LicenseFilter {
        fields = fields.entrySet().stream().filter(field -> !field.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of a list of licenses alone. */
    public LicenseFilter(String text) {
        this(text, Map.of(), Show.ALL, Words.LICENSE, null);
    }

    /** As a page of a distributor's own licenses has it. */
    public LicenseFilter(String text, Show show) {
        this(text, Map.of(), show, Words.LICENSE, null);
    }

    /** All; those in service; those out of it; those that belong to the supplier; those that are blocked, connected or not. */
    public enum Show {
        ALL, CONNECTED, NOT_CONNECTED, OWN, BLOCKED
    }

    /** Where the words of the text are looked for: in the license, and in what else a row of the list shows. */
    public enum Words {
        LICENSE,
        /** The suppliers that it is connected to; for lists of one distributor. */
        SUPPLIERS,
        /** Its distributor, by name and by code. */
        DISTRIBUTOR
    }

    /** Whether it leaves nothing out. */
    public boolean isAll() {
        return show == Show.ALL && typed().words().isEmpty() && fields.values().stream().allMatch(word -> SearchWords.of(word).words().isEmpty());
    }

    /** Whether it shows the same licenses under each supplier: only "connected" and "own" depend on that. */
    public boolean sameUnderEachSupplier() {
        return show == Show.ALL || show == Show.BLOCKED;
    }

    /** The same, as licenses stand with a supplier. */
    public LicenseFilter under(CompanyId ofSupplier) {
        return sameUnderEachSupplier() ? this : new LicenseFilter(text, fields, show, words, ofSupplier);
    }

    /** The same with another choice. */
    public LicenseFilter with(Show other) {
        return new LicenseFilter(text, fields, other, words, supplier);
    }

    /** The same for a list whose rows show more than the license. */
    public LicenseFilter in(Words place, @Nullable CompanyId ofSupplier) {
        return new LicenseFilter(text, fields, show, place, ofSupplier);
    }

    /** What it narrows a list by, as the audit log keeps it; empty where it leaves nothing out. */
    public String told() {
        return ToldFilter.of(this);
    }

    SearchWords typed() {
        return SearchWords.of(text);
    }
}
