package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.AccountId;
import com.texchange.common.SecretText;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes for whoever has lost the app. */
@IntegrationTest
class RecoveryCodesIT {

    @Autowired
    TestPeople people;
    @Autowired
    RecoveryCodes codes;
    @Autowired
    JdbcClient jdbc;
    private AccountId person;

    @BeforeEach
    void somebody() {
        person = people.supplier().id();
    }

    /** 24 of 32 characters are 120 bits; the ASVS wants 112 of what is hashed without salt. */
    @Test
    void theyHaveSixGroupsOfFourWithoutLookAlikes() {
        List<String> ten = codes.renew(person);

        assertThat(ten).hasSize(RecoveryCodes.COUNT).doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).matches("([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}"));
    }

    @Test
    void eachIsGoodOnceHoweverItIsTyped() {
        List<String> ten = codes.renew(person);

        assertThat(codes.use(person, ten.get(0))).isTrue();
        assertThat(codes.use(person, ten.get(0))).isFalse();
        assertThat(codes.use(person, ten.get(1).replace("-", ""))).isTrue();
        assertThat(codes.use(person, " " + ten.get(2).toUpperCase(Locale.ROOT).replace('-', ' ') + "\n")).isTrue();
        assertThat(codes.use(person, ten.get(3).replace('-', '–'))).isTrue();
        assertThat(codes.use(person, "\u200B" + ten.get(8).replace('-', '\u00A0') + "\u2060")).as("from a web page").isTrue();
        assertThat(codes.use(person, ten.get(4).replace('0', 'O').replace('1', 'l'))).isTrue();
        assertThat(codes.use(person, ten.get(5).replace('1', 'I').replace('0', 'o'))).isTrue();
        assertThat(codes.use(person, ten.get(6).replace('a', 'а').replace('c', 'с').replace('k', 'К').replace('x', 'х'))).as("Russian letters").isTrue();
        assertThat(codes.use(person, ten.get(7).substring(1))).isFalse();
        assertThat(codes.use(people.supplier().id(), ten.get(7))).as("of somebody else").isFalse();
        assertThat(codes.left(person)).isEqualTo(RecoveryCodes.COUNT - 8);
    }

    /** They may have what is a look-alike by now. */
    @Test
    void thoseOfEarlierVersionsStayGood() {
        for (String earlier : List.of("loiu-7abc-defg-2345", "aaaa-bbbb-cccc-dddd")) {
            jdbc.sql("insert into recovery_code (account_id, code_hash) values (?, ?)")
                    .params(person.value(), SecretText.hash(earlier.replace("-", ""))).update();

            assertThat(codes.use(person, earlier.toUpperCase(Locale.ROOT))).isTrue();
            assertThat(codes.use(person, earlier)).isFalse();
        }
    }
}
