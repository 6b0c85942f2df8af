package com.texchange.licenses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WithoutProcess
class LicensesIT {

    @Autowired
    Licenses licenses;
    @Autowired
    SampleBusiness business;
    @Autowired
    ChangeFeed feed;

    @Test
    void knownLicensesAreNotLoadedAgain() {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        String number = SampleBusiness.taxId().value();
        NewLicense first = license(distributor, distributor, number, SampleBusiness.activationCode());
        NewLicense sameNumber = license(distributor, distributor, number, SampleBusiness.activationCode());
        NewLicense sameCode = license(distributor, distributor, SampleBusiness.taxId().value(),
                first.activationCode());

        assertThat(licenses.load(List.of(first))).isEqualTo(1);
        assertThat(licenses.load(List.of(first, sameNumber, sameCode))).isZero();
        assertThat(licenses.count(distributor.id())).isEqualTo(1);
        verify(feed, times(2))
                .publish(new Change(Change.Topic.LICENSES, distributor.id().toString()));
    }

    @Test
    void malformedLicensesAreNotLoaded() {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        List<NewLicense> malformed = List.of(license(distributor, distributor, "12 34", "5280-4543-2633-4521"));

        assertThatThrownBy(() -> licenses.load(malformed)).isInstanceOf(ConstraintViolationException.class);
    }

    private static NewLicense license(CompanyInfo distributor, CompanyInfo owner, String number, String code) {
        return new NewLicense(number, code, distributor.id(), owner.id(), null, null, UUID.randomUUID());
    }
}
