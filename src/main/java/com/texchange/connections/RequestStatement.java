package com.texchange.connections;

/**
 * The statement that puts licenses into an order, each with its verdict, and the licenses that can be put: selected ones, or another
 * order's. What an order would do is told of the same rows.
 */
final class RequestStatement {

    /** Of an order {@code item} that takes back another, what can be tried again: what others have changed since is theirs. */
    static final String LEFT_BY_UNDO = "item.state = 'LEFT_OUT' and item.reason is distinct from 'CHANGED_SINCE'";
    /**
     * A license that another order has is left to that; what only a person can mend is tried all the same, and what is not allowed
     * waits until it is.
     */
    private static final String REQUEST = """
            insert into connection_order_item (order_id, license_id, state, reason, assignment_id)
            select :order, id, case when verdict in ('CHANGES', 'ASKS', 'BLOCKED') then 'REQUESTED'
                    when verdict = 'NOT_ALLOWED' and :waits then 'WAITING' else 'LEFT_OUT' end,
                nullif(verdict, 'CHANGES'), %s
            from (%s) row
            """;
    private static final String ASSIGNMENT = """
            (select assigned.id from licenses_assignment assigned where assigned.license_id = row.id and assigned.ended_at is null)""";
    private static final String SEEN = """
            (not :asSupplier or license.owner_id = :supplier
                or exists (select from connection c where c.license_id = license.id and c.supplier_id = :supplier)
                or exists (select from grants_grant given
                    where given.supplier_id = :supplier and given.distributor_id = :distributor))
            """;
    private static final String SELECTED = """
            select license.id, license.number, license.user_name, %s as verdict
            from licenses_license license %s where license.distributor_id = :distributor and
            """ + SEEN;
    /** What the order's people see no more is still a number of the order, and who has it now is none of its business. */
    private static final String OF_ORDER = "select license.id, license.number, case when license.distributor_id = :distributor and " + SEEN + """
             then license.user_name end as user_name, %s as verdict
            from connection_order_item done join licenses_license license on license.id = done.license_id %s
            where done.order_id = :%s and done.state = '%s'
            """;
    private static final String LEFT_TOO = """
            and exists (select from connection_order_item item
                where item.order_id = :tried and item.license_id = done.license_id and %s)
            """.formatted(LEFT_BY_UNDO);

    private RequestStatement() {
    }

    /** @param rows licenses with their verdicts, as by the other methods */
    static String of(ConnectionOrder order, String rows) {
        return REQUEST.formatted(order.kind() == OrderKind.MOVE ? ASSIGNMENT : "null::bigint", rows);
    }

    /** Those among the selected that the order's people see. */
    static String selected(ConnectionOrder order, SelectedLicenses selected) {
        return SELECTED.formatted(Verdicts.before(order.kind()), MoveTo.of(order)) + selected.sql();
    }

    /** What the order shall take back. */
    static String undone(ConnectionOrder order) {
        return OF_ORDER.formatted(Verdicts.undo(order.kind()), MoveTo.of(order), "undoes", "DONE");
    }

    /** What the order {@code :tried} has left as it was. */
    static String left(ConnectionOrder order) {
        return order.undoes() ? undone(order) + LEFT_TOO
                : OF_ORDER.formatted(Verdicts.before(order.kind()), MoveTo.of(order), "tried", "LEFT_OUT");
    }
}
