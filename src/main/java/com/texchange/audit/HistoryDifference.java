package com.texchange.audit;

/**
 * Something of which history and table say different things.
 *
 * @param type  and id: of what it is about
 * @param label what people know it by; empty for what has no name
 */
public record HistoryDifference(AuditSubject.Type type, String id, String label, String byHistory, String byTable) {
}
