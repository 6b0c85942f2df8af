package com.texchange.connections;

import java.util.Map;
import java.util.Objects;
import org.springframework.data.domain.Sort;

/**
 * The orders in which licenses are listed: each is that of an index, from its beginning or its end, which also gives the ids of a
 * page far from both (V43, V46, V51); but what a license has to do with its owner and with suppliers is looked up and sorted. Where
 * nothing is known of a license, it stands last, or first.
 */
public final class LicenseOrder {

    private static final String ALPHABET = " collate common_alphabet";
    private static final Column NUMBER = new Column("license.number", "", "");
    /** In how many suppliers' service it is. */
    private static final String SUPPLIERS = """
            (select count(*) from connections_of_license c where c.license_id = license.id and c.published_at is not null)""";
    /** Columns of grids and what they sort by; nothing else reaches a statement. */
    private static final Map<String, Column> COLUMNS = Map.of(
            "number", NUMBER,
            "activationCode", new Column("license.activation_code", "", ""),
            "user", new Column("license.user_name", ALPHABET, "''"),
            "configVersion", new Column("license.config_version", ALPHABET, "''"),
            "mdmId", new Column("license.mdm_id", "", "'00000000-0000-0000-0000-000000000000'"),
            "owner", new Column("(select owner.name from partners_company owner where owner.id = license.owner_id)", ALPHABET, "''"),
            "suppliers", new Column(SUPPLIERS, "", "0"));

    /** @param instead of nothing; empty for what is always there and once only */
    private record Column(String name, String collation, String instead) {

        boolean isUnique() {
            return instead.isEmpty();
        }
    }

    private LicenseOrder() {
    }

    /**
     * Of rows {@code license}.
     *
     * @param standard the column where none is chosen, or one that is not known
     */
    public static String by(Sort sort, String standard) {
        return by(sort, standard, false);
    }

    /** @param reversed the other way round */
    public static String by(Sort sort, String standard, boolean reversed) {
        Column column = column(sort, standard);
        String direction = sort.stream().anyMatch(Sort.Order::isDescending) == reversed ? "" : " desc";
        return column.name() + column.collation() + direction + (column.isUnique() ? "" : ", license.number" + direction);
    }

    /** Where a row {@code license} stands in that order, to be compared with others; always from the beginning. */
    public static String place(Sort sort, String standard) {
        Column column = column(sort, standard);
        return column.isUnique() ? "(" + column.name() + ")" : "(%1$s is null, coalesce(%1$s, %2$s)%3$s, license.number)"
                .formatted(column.name(), column.instead(), column.collation());
    }

    private static Column column(Sort sort, String standard) {
        return sort.stream().map(order -> COLUMNS.get(order.getProperty())).filter(Objects::nonNull).findFirst()
                .orElse(COLUMNS.getOrDefault(standard, NUMBER));
    }
}
