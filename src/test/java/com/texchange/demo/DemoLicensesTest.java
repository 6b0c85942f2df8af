package com.texchange.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.CompanyId;
import com.texchange.licenses.NewLicense;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoLicensesTest {

    private static final CompanyId DISTRIBUTOR = CompanyId.random();

    @Test
    void areTheSameAtEveryStart() {
        assertThat(DemoLicenses.of(DISTRIBUTOR)).isEqualTo(DemoLicenses.of(DISTRIBUTOR));
    }

    @Test
    void lookLikeRealOnesAndDifferFromEachOther() {
        List<NewLicense> licenses = DemoLicenses.of(DISTRIBUTOR);

        assertThat(licenses).hasSize(DemoLicenses.COUNT)
                .allSatisfy(license -> assertThat(license.number()).matches("[1-9][0-9]{19}"))
                .allSatisfy(license -> assertThat(license.activationCode()).matches("[0-9]{4}(-[0-9]{4}){3}"));
        assertThat(licenses).extracting(NewLicense::number).doesNotHaveDuplicates();
        assertThat(licenses).extracting(NewLicense::activationCode).doesNotHaveDuplicates();
        assertThat(licenses).extracting(NewLicense::userName).doesNotHaveDuplicates();
        assertThat(licenses).extracting(NewLicense::mdmId).doesNotHaveDuplicates();
    }
}
