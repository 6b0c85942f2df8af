package com.texchange.common;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Takes ids, value types, instants and enums as parameters of statements, named or not, and hands on what PostgreSQL knows. */
class ValueParameters extends NamedParameterJdbcTemplate {

    private final UnaryOperator<@Nullable Object> conversion;

    ValueParameters(DataSource dataSource, JdbcCustomConversions types, ConversionService conversions) {
        this(dataSource, value -> stored(value, types, conversions));
    }

    private ValueParameters(DataSource dataSource, UnaryOperator<@Nullable Object> conversion) {
        super(new Unnamed(dataSource, conversion));
        this.conversion = conversion;
    }

    @Override
    protected PreparedStatementCreator getPreparedStatementCreator(String sql, SqlParameterSource parameters,
            @Nullable Consumer<PreparedStatementCreatorFactory> customizer) {
        return super.getPreparedStatementCreator(sql, new Converted(parameters, conversion), customizer);
    }

    private static @Nullable Object stored(@Nullable Object value, JdbcCustomConversions types,
            ConversionService conversions) {
        return switch (value) {
            case null -> null;
            case Enum<?> constant -> constant.name();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Collection<?> values -> values.stream().map(each -> stored(each, types, conversions)).toList();
            default -> types.getCustomWriteTarget(value.getClass())
                    .<@Nullable Object>map(type -> conversions.convert(value, type)).orElse(value);
        };
    }

    /** Parameters without names. */
    private static final class Unnamed extends JdbcTemplate {

        private final UnaryOperator<@Nullable Object> conversion;

        Unnamed(DataSource dataSource, UnaryOperator<@Nullable Object> conversion) {
            super(dataSource);
            this.conversion = conversion;
        }

        @Override
        protected PreparedStatementSetter newArgPreparedStatementSetter(@Nullable Object @Nullable [] values) {
            return super.newArgPreparedStatementSetter(values == null ? null
                    : Stream.of(values).map(conversion).toArray());
        }
    }

    private record Converted(SqlParameterSource given, UnaryOperator<@Nullable Object> conversion)
            implements SqlParameterSource {

        @Override
        public boolean hasValue(String name) {
            return given.hasValue(name);
        }

        @Override
        public @Nullable Object getValue(String name) {
            return conversion.apply(given.getValue(name));
        }

        @Override
        public int getSqlType(String name) {
            return given.getSqlType(name);
        }

        @Override
        public @Nullable String getTypeName(String name) {
            return given.getTypeName(name);
        }

        @Override
        public String @Nullable [] getParameterNames() {
            return given.getParameterNames();
        }
    }
}
