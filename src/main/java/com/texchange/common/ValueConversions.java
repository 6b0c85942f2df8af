package com.texchange.common;

import static org.springframework.data.convert.ConverterBuilder.reading;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.data.convert.ConverterBuilder.ConverterAware;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How ids and value types stand in PostgreSQL: in Spring Data's aggregates, and in the rows and parameters of
 * {@link JdbcClient}. A record whose components are named as a query's columns is read by {@code query(TheRecord.class)}.
 */
@Configuration(proxyBeanMethods = false)
class ValueConversions {

    private static final List<ConverterAware> TYPES = List.of(
            reading(UUID.class, CompanyId.class, CompanyId::new).andWriting(CompanyId::value),
            reading(UUID.class, AccountId.class, AccountId::new).andWriting(AccountId::value),
            reading(UUID.class, PartnershipId.class, PartnershipId::new).andWriting(PartnershipId::value),
            reading(UUID.class, OnboardingId.class, OnboardingId::new).andWriting(OnboardingId::value),
            reading(UUID.class, RegistrationId.class, RegistrationId::new).andWriting(RegistrationId::value),
            reading(UUID.class, LicenseId.class, LicenseId::new).andWriting(LicenseId::value),
            reading(UUID.class, DeviceId.class, DeviceId::new).andWriting(DeviceId::value),
            reading(UUID.class, OrderId.class, OrderId::new).andWriting(OrderId::value),
            reading(UUID.class, LoadId.class, LoadId::new).andWriting(LoadId::value),
            reading(UUID.class, GrantId.class, GrantId::new).andWriting(GrantId::value),
            reading(UUID.class, GrantRequestId.class, GrantRequestId::new).andWriting(GrantRequestId::value),
            reading(String.class, EmailAddress.class, EmailAddress::stored).andWriting(EmailAddress::value),
            reading(String.class, DistributorCode.class, DistributorCode::new).andWriting(DistributorCode::value),
            reading(String.class, TaxId.class, TaxId::new).andWriting(TaxId::value),
            reading(String.class, Locale.class, Locale::of).andWriting(Locale::getLanguage));

    @Bean
    JdbcCustomConversions jdbcCustomConversions() {
        return new JdbcCustomConversions(TYPES);
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(DataSource dataSource, JdbcCustomConversions types) {
        ConversionService conversions = conversions(types);
        return new ValueParameters(client(new JdbcTemplate(dataSource), conversions),
                client(new UnpreparedTemplate(dataSource), conversions), new RecordReaders(types, conversions));
    }

    @Bean
    @PlannedAnew
    JdbcClient jdbcClientPlannedAnew(DataSource dataSource, JdbcCustomConversions types) {
        ConversionService conversions = conversions(types);
        JdbcClient client = client(new UnpreparedTemplate(dataSource), conversions);
        return new ValueParameters(client, client, new RecordReaders(types, conversions));
    }

    private static JdbcClient client(JdbcTemplate template, ConversionService conversions) {
        return JdbcClient.create(new NamedParameterJdbcTemplate(template), conversions);
    }

    private static ConversionService conversions(JdbcCustomConversions types) {
        DefaultConversionService conversions = new DefaultConversionService();
        types.registerConvertersIn(conversions);
        conversions.addConverter(Array.class, List.class, array -> List.of(elements(array)));
        conversions.addConverter(Array.class, Set.class, array -> Set.of(elements(array)));
        return conversions;
    }

    private static Object[] elements(Array array) {
        try {
            return (Object[]) array.getArray();
        } catch (SQLException e) {
            throw new IllegalStateException("an array of the row could not be read", e);
        }
    }
}
