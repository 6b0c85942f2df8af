package com.texchange.connections.ui;

import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.connections.LicenseField;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.LicenseFilter.Show;
import com.texchange.connections.LicenseFilter.Words;
import com.vaadin.flow.router.QueryParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which licenses are selected, as words for an address, parted by dots: {@code all} or {@code found} (of all or of what the address
 * filters, without the licenses that follow), {@code of-<filter>} (of what another filter found), or the licenses alone, and at last
 * {@code end}: where that is missing, the address was cut, and could mean more than was selected. Ids are written as briefly as
 * they can be.
 */
public final class SelectionText {

    private static final String ALL = "all";
    private static final String FOUND = "found";
    private static final String OF = "of-";
    private static final String BETWEEN = ".";
    private static final String END = ".end";
    /** Of a filter; its columns are told by their keys. */
    private static final String TEXT = "search";
    private static final String SHOW = "show";
    private static final Base64.Encoder WRITER = Base64.getUrlEncoder().withoutPadding();
    private static final int BYTES = 16;

    private SelectionText() {
    }

    /** @param shown what the list shows */
    public static String of(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown) {
        return switch (selection) {
            case Selection.Chosen<LicenseId, LicenseFilter> some -> ids(Stream.empty(), some.ids());
            case Selection.Matching<LicenseId, LicenseFilter> all when all.filter().isAll() -> ids(Stream.of(ALL), all.except());
            case Selection.Matching<LicenseId, LicenseFilter> all when all.filter().equals(shown) -> ids(Stream.of(FOUND), all.except());
            case Selection.Matching<LicenseId, LicenseFilter> all -> ids(Stream.of(OF + written(all.filter())), all.except());
        };
    }

    private static String ids(Stream<String> first, Collection<LicenseId> ids) {
        return Stream.concat(first, ids.stream().map(id -> id(id.value())).sorted()).collect(Collectors.joining(BETWEEN, "", END));
    }

    /** Whatever somebody wrote into an address: what is none of this is no license. @param shown what the list shows */
    public static Selection<LicenseId, LicenseFilter> read(String text, LicenseFilter shown) {
        List<String> words = text.endsWith(END) ? Arrays.asList(text.split("[.]")) : List.of("");
        Set<LicenseId> ids = words.stream().map(SelectionText::id).flatMap(Optional::stream).map(LicenseId::new)
                .collect(Collectors.toSet());
        return switch (words.getFirst()) {
            case ALL -> new Selection.Matching<>(LicenseFilter.NONE, ids);
            case FOUND -> new Selection.Matching<>(shown, ids);
            case String other when other.startsWith(OF) -> filter(other.substring(OF.length()))
                    .<Selection<LicenseId, LicenseFilter>>map(filter -> new Selection.Matching<>(filter, ids))
                    .orElseGet(() -> new Selection.Chosen<>(Set.of()));
            default -> new Selection.Chosen<>(ids);
        };
    }

    static String id(UUID id) {
        return WRITER.encodeToString(ByteBuffer.allocate(BYTES).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).array());
    }

    static Optional<UUID> id(String word) {
        return decoded(word).filter(bytes -> bytes.length == BYTES).map(ByteBuffer::wrap)
                .map(bytes -> new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static String written(LicenseFilter filter) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(TEXT, filter.text());
        parts.put(SHOW, filter.show().name());
        filter.fields().forEach((field, words) -> parts.put(field.key(), words));
        return WRITER.encodeToString(QueryParameters.simple(parts).getQueryString().getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for nonsense: it must not become a filter that lets all pass. */
    private static Optional<LicenseFilter> filter(String word) {
        return decoded(word).map(bytes -> QueryParameters.fromString(new String(bytes, StandardCharsets.UTF_8)))
                .filter(parts -> parts.getSingleParameter(SHOW).isPresent()).map(parts -> {
                    Map<LicenseField, String> fields = new HashMap<>();
                    parts.getParameters().forEach((key, words) ->
                            LicenseField.of(key).ifPresent(field -> fields.put(field, words.getFirst())));
                    return new LicenseFilter(parts.getSingleParameter(TEXT).orElse(""), fields, show(parts), Words.LICENSE, null);
                });
    }

    private static Show show(QueryParameters parts) {
        return Arrays.stream(Show.values()).filter(value -> value.name().equals(parts.getSingleParameter(SHOW).orElse("")))
                .findFirst().orElse(Show.ALL);
    }

    private static Optional<byte[]> decoded(String word) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
