package com.texchange.connections;

import com.texchange.common.SearchWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a filter lets pass, as a condition on rows {@code license}. Each word is asked of the license's search text first, which has
 * an index, also where one column shall have it. Which companies a word means is found once, before the licenses.
 *
 * @param sql begins with "and", or is empty
 */
record FilteredLicenses(String sql, Map<String, Object> parameters) {

    private static final String IN_LICENSE = "license.search like :%s";
    private static final String OF_COMPANIES = "license.%s_id = any(%s)";
    private static final String NAMED = "array(select w.company_id from partners_company_words w where w.words like :%s)";
    private static final String CODED = """
            array(select place.distributor_id from partners_partnership place where ' ' || place.code like :%s %s)""";
    /** Which suppliers are meant is asked of the distributor's own ones alone. */
    private static final String OF_SUPPLIERS = """
            license.id in (select id from licenses_license where distributor_id = :distributor and search like :%1$s
                union all select there.id from licenses_license there join connection c on c.license_id = there.id
                    where there.distributor_id = :distributor and c.published_at is not null
                        and c.supplier_id = any(array(select place.supplier_id from partners_partnership place
                            join partners_company_words w on w.company_id = place.supplier_id
                            where place.distributor_id = :distributor and w.words like :%1$s)))""";
    private static final String CONNECTED = """
            exists (select from connection shown where shown.license_id = license.id and shown.published_at is not null %s)""";

    /**
     * @param name      begins the names of its parameters
     * @param companies null where the statement itself shall find them
     */
    static FilteredLicenses of(LicenseFilter filter, String name, SelectedLicenses.@Nullable Companies companies) {
        StringBuilder sql = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        Parts parts = new Parts(name, filter.supplier() != null, companies, parameters);
        words(filter.typed(), name, parameters).forEach(word -> sql.append(" and ").append(parts.anywhere(filter.words(), word)));
        filter.fields().forEach((field, typed) -> words(SearchWords.of(typed), name + field.key(), parameters)
                .forEach(word -> sql.append(" and ").append(parts.in(field, word))));
        if (filter.supplier() != null) {
            parameters.put(name + "Supplier", filter.supplier());
        }
        String connected = CONNECTED.formatted(filter.supplier() == null ? "" : "and shown.supplier_id = :" + name + "Supplier");
        sql.append(switch (filter.show()) {
            case ALL -> "";
            case CONNECTED -> " and " + connected;
            case NOT_CONNECTED -> " and not " + connected;
            case OWN -> filter.supplier() == null ? "" : " and license.owner_id = :" + name + "Supplier";
            case BLOCKED -> " and license.blocked";
        });
        return new FilteredLicenses(sql + " ", parameters);
    }

    /** @return the names of the words' parameters */
    private static List<String> words(SearchWords typed, String name, Map<String, Object> parameters) {
        List<String> names = IntStream.range(0, typed.words().size()).mapToObj(i -> name + "Word" + i).toList();
        for (int i = 0; i < names.size(); i++) {
            parameters.put(names.get(i), "%" + typed.words().get(i) + "%");
        }
        return names;
    }

    /** Conditions on single words. */
    private record Parts(String name, boolean ofSupplier, SelectedLicenses.@Nullable Companies companies, Map<String, Object> parameters) {

        String anywhere(LicenseFilter.Words place, String word) {
            String inLicense = IN_LICENSE.formatted(word);
            return switch (place) {
                case LICENSE -> inLicense;
                case SUPPLIERS -> OF_SUPPLIERS.formatted(word);
                case DISTRIBUTOR -> "(" + inLicense + or(named("distributor", word)) + (ofSupplier ? or(coded(word)) : "") + ")";
            };
        }

        private static String or(String condition) {
            return condition.equals("false") ? "" : " or " + condition;
        }

        String in(LicenseField field, String word) {
            return switch (field) {
                case DISTRIBUTOR -> named("distributor", word);
                case OWNER -> named("owner", word);
                case CODE -> coded(word);
                default -> IN_LICENSE.formatted(word) + " and " + field.form() + " like :" + word;
            };
        }

        private String named(String side, String word) {
            return companies == null ? OF_COMPANIES.formatted(side, NAMED.formatted(word))
                    : found(side, word + "Named", companies.named(like(word)));
        }

        private String coded(String word) {
            return companies == null ? OF_COMPANIES.formatted("distributor", CODED.formatted(word,
                    ofSupplier ? "and place.supplier_id = :" + name + "Supplier" : ""))
                    : found("distributor", word + "Coded", companies.coded(like(word)));
        }

        private String found(String side, String parameter, String[] ids) {
            if (ids.length == 0) {
                return "false";
            }
            parameters.put(parameter, ids);
            return OF_COMPANIES.formatted(side, ":" + parameter + "::uuid[]");
        }

        private String like(String word) {
            return Objects.requireNonNull(parameters.get(word)).toString();
        }
    }
}
