package com.texchange.overview;

import com.texchange.common.SearchWords;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The suppliers in whose names the words of a search are. There are few of them and many onboardings of each, so that they are
 * asked first: which of the onboardings' own texts must then be searched is known, and mostly none of the names matters.
 *
 * @param words   of the search; none if nobody has to be asked
 * @param byAll   those that all words find
 * @param byWords of the others those that each word finds, in the order of the words
 */
record NamedSuppliers(SearchWords words, List<String> byAll, List<List<String>> byWords) {

    static final NamedSuppliers NONE = new NamedSuppliers(new SearchWords(List.of()), List.of(), List.of());

    private record Supplier(String id, String words) {
    }

    static NamedSuppliers by(SearchWords words, JdbcClient jdbc) {
        if (words.words().isEmpty()) {
            return NONE;
        }
        List<Supplier> found = jdbc.sql("""
                select c.id::text, w.words from partners_company c join partners_company_words w on w.company_id = c.id
                where c.supplier and (false%s)""".formatted(words.sql("w.words like %s").replace(" and ", " or ")))
                .params(words.parameters())
                .query((row, number) -> new Supplier(row.getString(1), row.getString(2))).list();
        List<String> byAll = ids(found, supplier -> words.words().stream().allMatch(supplier.words()::contains));
        List<List<String>> byWords = words.words().stream()
                .map(word -> ids(found, supplier -> supplier.words().contains(word) && !byAll.contains(supplier.id()))).toList();
        return new NamedSuppliers(words, byAll, byWords);
    }

    List<String> by(int word) {
        return byWords.isEmpty() ? byAll : byWords.get(word);
    }

    private static List<String> ids(List<Supplier> suppliers, Predicate<Supplier> which) {
        return suppliers.stream().filter(which).map(Supplier::id).toList();
    }
}
