package com.texchange.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.OutdatedException;
import com.texchange.common.Role;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class TimeZonesIT {

    private static final ZoneId SAMARA = ZoneId.of("Europe/Samara");
    @Autowired
    TimeZones zones;
    @Autowired
    Companies companies;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aCompanyGoesByTheOperatorsClockUntilItChoosesAndAgainWhenItGivesThatUp() {
        Actor person = people.supplier();
        assertThat(zones.of(person.companyId())).isEqualTo(ZoneId.of("Europe/Moscow")).isEqualTo(zones.of(null));

        zones.choose(SAMARA, person);
        zones.choose(SAMARA, person);
        assertThat(jdbc.sql("select new_value from audit_entry where kind = 'TIME_ZONE_CHANGED' and actor_id = ?").param(person.id().value())
                .query(String.class).list()).as("chosen again, it changes nothing").hasSize(1);
        assertThat(zones.of(person.companyId())).isEqualTo(SAMARA);
        assertThat(zones.of(people.supplier().companyId())).isEqualTo(zones.operator());
        companies.addDistributor(person.companyAs(Role.SUPPLIER));
        assertThat(zones.chosenBy(person.companyId())).as("kept when other data are saved").contains(SAMARA);

        zones.choose(null, person);
        assertThat(zones.chosenBy(person.companyId())).isEmpty();
    }

    @Test
    void whatAColleagueHasChosenMeanwhileIsNotReplacedUnread() {
        Actor person = people.supplier();
        zones.choose(SAMARA, people.colleague(person));

        assertThatThrownBy(() -> zones.change(null, null, person)).isInstanceOf(OutdatedException.class);
        assertThat(zones.chosenBy(person.companyId())).contains(SAMARA);
        zones.change(SAMARA, null, person);
        assertThat(zones.chosenBy(person.companyId())).isEmpty();
        assertThatThrownBy(() -> zones.change(null, SAMARA, people.sales())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void onlyACompanysPeopleChooseAndOnlyWhatIsOffered() {
        assertThatThrownBy(() -> zones.choose(SAMARA, people.sales())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> zones.choose(ZoneId.of("+05:00"), people.supplier())).isInstanceOf(IllegalArgumentException.class);
        assertThat(zones.choices()).contains(SAMARA, ZoneId.of("Asia/Vladivostok"), ZoneId.of("America/Argentina/Ushuaia"))
                .doesNotContain(ZoneId.of("Etc/GMT+3"), ZoneId.of("EST5EDT")).hasSizeGreaterThan(300);
    }

    @Test
    void aZoneThatThisJavaDoesNotKnowIsNoReasonToFail() {
        Actor person = people.supplier();
        jdbc.sql("update company set time_zone = 'Mars/Olympus' where id = ?").param(person.companyAs(Role.SUPPLIER).value()).update();

        assertThat(zones.of(person.companyId())).isEqualTo(zones.operator());
    }
}
