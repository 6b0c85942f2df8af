package io.camunda.zeebe.process.test.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A search as the REST API has it: filter, sort and page, over results as they would be sent. A filter, an order or a
 * page that this does not know is refused, since to pass it over would answer another question.
 */
final class Search {

    private static final int DEFAULT_LIMIT = 100;
    private static final List<String> PAGE_FIELDS = List.of("limit", "from");

    private final JsonNode query;

    private Search(JsonNode query) {
        this.query = query;
    }

    static Search of(RestServer.Request request) {
        var body = request.body(JsonNode.class);
        return new Search(body == null ? NullNode.getInstance() : body);
    }

    Map<String, Object> in(List<?> results, ObjectMapper json) {
        List<ObjectNode> found = results.stream()
                .map(result -> json.<ObjectNode>valueToTree(result))
                .filter(result -> SearchFilter.matches(query.path("filter"), result))
                .sorted(order())
                .toList();
        var from = page("from", 0);
        var items = found.stream().skip(from).limit(page("limit", DEFAULT_LIMIT)).toList();
        return Map.of("items", items, "page", Map.of("totalItems", found.size(), "hasMoreTotalItems", false));
    }

    private int page(String field, int otherwise) {
        var page = query.path("page");
        page.properties().forEach(entry -> {
            if (!PAGE_FIELDS.contains(entry.getKey()) && !entry.getValue().isNull()) {
                throw Problem.badRequest("Pages by '%s' are not known here".formatted(entry.getKey()));
            }
        });
        return page.path(field).asInt(otherwise);
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
