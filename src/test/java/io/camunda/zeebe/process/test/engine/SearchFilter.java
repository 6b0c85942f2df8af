package io.camunda.zeebe.process.test.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The filter of a search: every condition must hold, and one of each {@code $or}. */
final class SearchFilter {

    /** What results leave out instead of sending null. */
    private static final Set<String> LEFT_OUT_IF_NULL =
            Set.of("parentProcessInstanceKey", "parentElementInstanceKey", "endDate", "incidentKey");

    private SearchFilter() {}

    static boolean matches(JsonNode filter, ObjectNode result) {
        return filter.properties().stream()
                .filter(entry -> !isUnset(entry.getValue()))
                .allMatch(entry -> holds(entry.getKey(), entry.getValue(), result));
    }

    /** The client sends null or an empty list for what nobody asked. */
    private static boolean isUnset(JsonNode condition) {
        return condition.isNull() || condition.isContainerNode() && condition.isEmpty();
    }

    private static boolean holds(String name, JsonNode condition, ObjectNode result) {
        if (name.equals("$or")) {
            return StreamSupport.stream(condition.spliterator(), false)
                    .anyMatch(alternative -> matches(alternative, result));
        }
        var actual = field(result, name);
        return condition.isObject()
                ? condition.properties().stream()
                        .filter(entry -> !entry.getValue().isNull())
                        .allMatch(entry -> compare(entry.getKey(), entry.getValue(), actual))
                : equal(condition, actual);
    }

    /** A property of a result, which may be null. */
    static JsonNode field(ObjectNode result, String name) {
        var value = result.get(name);
        if (value == null && LEFT_OUT_IF_NULL.contains(name)) {
            return NullNode.getInstance();
        }
        if (value == null) {
            throw Problem.badRequest("The local engine cannot search by '%s'".formatted(name));
        }
        return value;
    }

    private static boolean compare(String operator, JsonNode wanted, JsonNode actual) {
        return switch (operator) {
            case "$eq" -> equal(wanted, actual);
            case "$neq" -> !equal(wanted, actual);
            case "$exists" -> wanted.asBoolean() != actual.isNull();
            case "$in" -> wanted.isEmpty() || Search.texts(wanted).contains(actual.asText());
            case "$notIn" -> !Search.texts(wanted).contains(actual.asText());
            case "$like" -> like(wanted.asText(), actual.asText());
            case "$gt" -> !actual.isNull() && order(actual, wanted) > 0;
            case "$gte" -> !actual.isNull() && order(actual, wanted) >= 0;
            case "$lt" -> !actual.isNull() && order(actual, wanted) < 0;
            case "$lte" -> !actual.isNull() && order(actual, wanted) <= 0;
            default -> throw Problem.badRequest("The local engine does not know '%s'".formatted(operator));
        };
    }

    private static boolean equal(JsonNode wanted, JsonNode actual) {
        return !actual.isNull() && actual.asText().equals(wanted.asText());
    }

    private static int order(JsonNode actual, JsonNode wanted) {
        return actual.isNumber()
                ? Long.compare(actual.asLong(), wanted.asLong())
                : OffsetDateTime.parse(actual.asText()).compareTo(OffsetDateTime.parse(wanted.asText()));
    }

    /** A star stands for any text, a question mark for one character. */
    private static boolean like(String pattern, String text) {
        var regex = pattern.chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }
}
