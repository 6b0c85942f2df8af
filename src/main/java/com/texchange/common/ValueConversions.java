package com.texchange.common;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;

/** How ids and value types stand in PostgreSQL. Spring Data reads the types from each converter's class. */
@Configuration(proxyBeanMethods = false)
class ValueConversions {

    @Bean
    JdbcCustomConversions jdbcCustomConversions() {
        return new JdbcCustomConversions(List.of(
                new ReadCompanyId(), new WriteCompanyId(), new ReadAccountId(), new WriteAccountId(),
                new ReadPartnershipId(), new WritePartnershipId(), new ReadOnboardingId(), new WriteOnboardingId(),
                new ReadRegistrationId(), new WriteRegistrationId(), new ReadLicenseId(), new WriteLicenseId(),
                new ReadOrderId(), new WriteOrderId(), new ReadEmail(), new WriteEmail(), new ReadCode(),
                new WriteCode(), new ReadTaxId(), new WriteTaxId()));
    }

    @ReadingConverter
    static class ReadCompanyId implements Converter<UUID, CompanyId> {

        @Override
        public CompanyId convert(UUID source) {
            return new CompanyId(source);
        }
    }

    @WritingConverter
    static class WriteCompanyId implements Converter<CompanyId, UUID> {

        @Override
        public UUID convert(CompanyId source) {
            return source.value();
        }
    }

    @ReadingConverter
    static class ReadAccountId implements Converter<UUID, AccountId> {

        @Override
        public AccountId convert(UUID source) {
            return new AccountId(source);
        }
    }

    @WritingConverter
    static class WriteAccountId implements Converter<AccountId, UUID> {

        @Override
        public UUID convert(AccountId source) {
            return source.value();
        }
    }

    @ReadingConverter
    static class ReadPartnershipId implements Converter<UUID, PartnershipId> {

        @Override
        public PartnershipId convert(UUID source) {
            return new PartnershipId(source);
        }
    }

    @WritingConverter
    static class WritePartnershipId implements Converter<PartnershipId, UUID> {

        @Override
        public UUID convert(PartnershipId source) {
            return source.value();
        }
    }

    @ReadingConverter
    static class ReadOnboardingId implements Converter<UUID, OnboardingId> {

        @Override
        public OnboardingId convert(UUID source) {
            return new OnboardingId(source);
        }
    }

    @WritingConverter
    static class WriteOnboardingId implements Converter<OnboardingId, UUID> {

        @Override
        public UUID convert(OnboardingId source) {
            return source.value();
        }
    }

    @ReadingConverter
    static class ReadRegistrationId implements Converter<UUID, RegistrationId> {

        @Override
        public RegistrationId convert(UUID source) {
            return new RegistrationId(source);
        }
    }

    @WritingConverter
    static class WriteRegistrationId implements Converter<RegistrationId, UUID> {

        @Override
        public UUID convert(RegistrationId source) {
            return source.value();
        }
    }

    @ReadingConverter
    static class ReadLicenseId implements Converter<UUID, LicenseId> {

        @Override
        public LicenseId convert(UUID source) {
            return new LicenseId(source);
        }
    }

    @WritingConverter
    static class WriteLicenseId implements Converter<LicenseId, UUID> {

        @Override
        public UUID convert(LicenseId source) {
            return source.value();
        }
    }

    @ReadingConverter
    static class ReadOrderId implements Converter<UUID, OrderId> {

        @Override
        public OrderId convert(UUID source) {
            return new OrderId(source);
        }
    }

    @WritingConverter
    static class WriteOrderId implements Converter<OrderId, UUID> {

        @Override
        public UUID convert(OrderId source) {
            return source.value();
        }
    }

    @ReadingConverter
    static class ReadEmail implements Converter<String, EmailAddress> {

        @Override
        public EmailAddress convert(String source) {
            return EmailAddress.stored(source);
        }
    }

    @WritingConverter
    static class WriteEmail implements Converter<EmailAddress, String> {

        @Override
        public String convert(EmailAddress source) {
            return source.value();
        }
    }

    @ReadingConverter
    static class ReadCode implements Converter<String, DistributorCode> {

        @Override
        public DistributorCode convert(String source) {
            return new DistributorCode(source);
        }
    }

    @WritingConverter
    static class WriteCode implements Converter<DistributorCode, String> {

        @Override
        public String convert(DistributorCode source) {
            return source.value();
        }
    }

    @ReadingConverter
    static class ReadTaxId implements Converter<String, TaxId> {

        @Override
        public TaxId convert(String source) {
            return new TaxId(source);
        }
    }

    @WritingConverter
    static class WriteTaxId implements Converter<TaxId, String> {

        @Override
        public String convert(TaxId source) {
            return source.value();
        }
    }
}
