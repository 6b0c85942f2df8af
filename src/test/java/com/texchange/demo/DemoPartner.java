package com.texchange.demo;

import com.texchange.accounts.AccountInfo;
import com.texchange.common.CompanyId;
import com.texchange.licenses.Licenses;
import com.texchange.local.QuickStart;
import com.texchange.partners.Invitee;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A distributor that works with the demo supplier already, so that licenses can be managed from the first minute on. */
@Component
@Profile(QuickStart.PROFILE)
class DemoPartner {

    static final int OWN = 40;
    static final int OF_SUPPLIER = 20;
    private final Licenses licenses;
    private final Partnerships partnerships;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoPartner(Licenses licenses, Partnerships partnerships, JdbcClient jdbc, Clock clock) {
        this.licenses = licenses;
        this.partnerships = partnerships;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Once; what was made of it since stays as it is. */
    @Transactional
    void load(AccountInfo supplier, AccountInfo partner) {
        CompanyId supplierId = Objects.requireNonNull(supplier.companyId());
        CompanyId partnerId = Objects.requireNonNull(partner.companyId());
        if (partnerships.find(supplierId, partnerId).isPresent()) {
            return;
        }
        licenses.load(DemoLicenses.ofPartner(partnerId, partnerId, OWN));
        licenses.load(DemoLicenses.ofPartner(partnerId, supplierId, OF_SUPPLIER));
        PartnershipInfo reserved = partnerships.reserve(supplierId, new Invitee(DemoData.PARTNER, partner.email(), null, null));
        PartnershipInfo place = partnerships.establish(reserved.id(), partnerId);
        Map<String, Object> parameters = Map.of("partner", partnerId.value(), "partnerAccount", partner.id().value(),
                "supplier", supplierId.value(), "supplierAccount", supplier.id().value(), "place", place.id().value(),
                "code", place.code().value(), "name", DemoData.PARTNER, "email", partner.email().value(),
                "now", clock.instant().atOffset(ZoneOffset.UTC));
        statements().forEach(statement -> jdbc.sql(statement).params(parameters).update());
    }

    private static Stream<String> statements() {
        try {
            String script = new ClassPathResource("demo/partner.sql").getContentAsString(StandardCharsets.UTF_8);
            return Stream.of(script.split(";\\s*\\R|;\\s*$")).filter(statement -> !statement.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
