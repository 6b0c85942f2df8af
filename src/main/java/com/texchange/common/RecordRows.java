package com.texchange.common;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ClassUtils;

/**
 * Reads the rows of one query into records, as Spring's mapper does. That one looks for the columns anew in each row, under names
 * that most do not have, and the driver answers each time by an exception: they would cost more than PostgreSQL's work.
 */
final class RecordRows<T> implements RowMapper<T> {

    private final RecordComponents<T> components;
    private final ConversionService conversions;
    private int @Nullable [] columns;

    RecordRows(RecordComponents<T> components, ConversionService conversions) {
        this.components = components;
        this.conversions = conversions;
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        int[] found = columns;
        if (found == null) {
            found = find(row);
            columns = found;
        }
        @Nullable Object[] values = new Object[found.length];
        for (int i = 0; i < found.length; i++) {
            values[i] = as(components.types()[i], JdbcUtils.getResultSetValue(row, found[i], components.asked()[i]));
        }
        return BeanUtils.instantiateClass(components.constructor(), values);
    }

    private @Nullable Object as(TypeDescriptor type, @Nullable Object value) {
        return value != null && ClassUtils.isAssignableValue(type.getType(), value) ? value : conversions.convert(value, type);
    }

    /** Of each component: the column of its name, or of its name with underscores. */
    private int[] find(ResultSet row) throws SQLException {
        ResultSetMetaData all = row.getMetaData();
        Map<String, Integer> labels = new HashMap<>();
        for (int column = 1; column <= all.getColumnCount(); column++) {
            labels.putIfAbsent(all.getColumnLabel(column).toLowerCase(Locale.ROOT), column);
        }
        String[] names = components.names();
        int[] found = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            Integer column = labels.get(names[i].toLowerCase(Locale.ROOT));
            found[i] = column != null ? column : row.findColumn(JdbcUtils.convertPropertyNameToUnderscoreName(names[i]));
        }
        return found;
    }
}
