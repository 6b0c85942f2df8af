package com.texchange.common;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.convert.ConversionService;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;

/** How records are read and values are stored: what is known of a type is found out once. */
record RecordReaders(JdbcCustomConversions types, ConversionService conversions, Map<Class<?>, RecordComponents<?>> known) {

    RecordReaders(JdbcCustomConversions types, ConversionService conversions) {
        this(types, conversions, new ConcurrentHashMap<>());
    }

    RecordRows<?> of(Class<?> type) {
        return new RecordRows<>(known.computeIfAbsent(type, wanted -> RecordComponents.of(wanted, this)), conversions);
    }

    /** As what values of a type are stored. */
    Class<?> stored(Class<?> type) {
        return types.getCustomWriteTarget(type).orElse(type);
    }
}
