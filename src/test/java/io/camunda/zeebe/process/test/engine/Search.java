package io.camunda.zeebe.process.test.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A search as the REST API has it: filter, sort and page, over results as they would be sent. A filter, an order or a
 * page that this does not know is refused, since to pass it over would answer another question.
 */
final class Search {

    private static final int DEFAULT_LIMIT = 100;
    private static final List<String> PAGE_FIELDS = List.of("limit", "from", "after");

    private final JsonNode query;

    private Search(JsonNode query) {
        this.query = query;
    }

    static Search of(RestServer.Request request) {
        var body = request.body(JsonNode.class);
        return new Search(body == null ? NullNode.getInstance() : body);
    }

    /** A result and its place among all in the order in which they happened, by which a cursor names it. */
    private record Found(int place, ObjectNode result) {
    }

    Map<String, Object> in(List<?> results, ObjectMapper json) {
        List<Found> all = IntStream.range(0, results.size())
                .mapToObj(place -> new Found(place, json.valueToTree(results.get(place))))
                .sorted(Comparator.comparing(Found::result, order()))
                .toList();
        List<Found> matching = matching(all);
        List<Found> items = matching(afterCursor(all)).stream()
                .skip(page("from", 0)).limit(page("limit", DEFAULT_LIMIT)).toList();
        var page = new HashMap<String, Object>(Map.of("totalItems", matching.size(), "hasMoreTotalItems", false));
        if (!items.isEmpty()) {
            page.put("startCursor", cursor(items.getFirst()));
            page.put("endCursor", cursor(items.getLast()));
        }
        return Map.of("items", items.stream().map(Found::result).toList(), "page", page);
    }

    private List<Found> matching(List<Found> found) {
        return found.stream().filter(one -> SearchFilter.matches(query.path("filter"), one.result())).toList();
    }

    /** Also if what the cursor names does not match any more: nothing behind it is passed over then. */
    private List<Found> afterCursor(List<Found> all) {
        checkPage();
        var after = query.path("page").path("after").asText(null);
        if (after == null) {
            return all;
        }
        return all.stream().dropWhile(one -> !cursor(one).equals(after)).skip(1).toList();
    }

    private static String cursor(Found found) {
        return Base64.getEncoder().encodeToString(("at " + found.place()).getBytes(StandardCharsets.US_ASCII));
    }

    private int page(String field, int otherwise) {
        return query.path("page").path(field).asInt(otherwise);
    }

    private void checkPage() {
        query.path("page").properties().forEach(entry -> {
            if (!PAGE_FIELDS.contains(entry.getKey()) && !entry.getValue().isNull()) {
                throw Problem.badRequest("Pages by '%s' are not known here".formatted(entry.getKey()));
            }
        });
    }

    /** The sort is stable: what is equal stays in the order in which it happened. */
    private Comparator<ObjectNode> order() {
        List<Comparator<ObjectNode>> orders = new ArrayList<>();
        query.path("sort").forEach(sort -> orders.add(order(sort)));
        return orders.stream().reduce(Comparator::thenComparing).orElse((one, other) -> 0);
    }

    private static Comparator<ObjectNode> order(JsonNode sort) {
        var field = sort.path("field").asText();
        Comparator<ObjectNode> ascending = Comparator.comparing(
                result -> SearchFilter.field(result, field), Search::compare);
        return "DESC".equalsIgnoreCase(sort.path("order").asText()) ? ascending.reversed() : ascending;
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return Long.compare(one.asLong(), other.asLong());
        }
        return one.isNull() || other.isNull()
                ? Boolean.compare(other.isNull(), one.isNull())
                : one.asText().compareTo(other.asText());
    }

    static List<String> texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList();
    }
}
