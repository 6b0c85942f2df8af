package com.texchange.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The first page of whoever looks after the operator's people. */
@IntegrationTest
class OperatorHomeIT extends Page {

    @Autowired
    TestPeople people;

    @Test
    void anAdministratorOfTheOperatorSeesHowItsPeopleSignIn() {
        SignedIn.as(people.operatorsAdministrator(), "ru");
        open("");
        assertThat(words()).contains("Сотрудники оператора", "Входят без второго фактора", "Открыть список сотрудников");
    }

    @Test
    void nobodyElseDoes() {
        SignedIn.as(people.sales(), "ru");
        open("");
        assertThat(words()).doesNotContain("Входят без второго фактора");
    }
}
