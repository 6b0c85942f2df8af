package com.texchange.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.accounts.PeopleOfCompanies;
import com.texchange.accounts.PersonalData;
import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.SearchPicker;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.grid.Grid;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody reads pages by a clock of the own, while letters and terms go by the company's. */
@IntegrationTest
class OwnZonesIT extends Page {

    private static final ZoneId VLADIVOSTOK = ZoneId.of("Asia/Vladivostok");
    private static final ZoneId SAMARA = ZoneId.of("Europe/Samara");
    @Autowired
    TestPeople people;
    @Autowired
    OwnZones own;
    @Autowired
    TimeZones zones;
    @Autowired
    PersonalData personalData;
    @Autowired
    PeopleOfCompanies ofCompanies;

    @ParameterizedTest
    @CsvSource({"ru, Моё время, 'Как у компании: ', 'Письма и сроки — по времени компании: ', Сохранить часовой пояс",
        "en, My clock, 'Company: ', 'Letters and deadlines go by the company’s: ', Save the time zone"})
    void aPersonOfACompanyChoosesTheOwnClockInTheProfileAndLeavesItAgain(String language, String title, String usual, String hint, String save) {
        Actor person = people.distributor(0);
        zones.choose(SAMARA, person);
        SignedIn.as(person, language);
        open("profile");
        assertThat(words()).contains(title, hint);
        assertThat(zone().getPlaceholder()).startsWith(usual).contains("UTC+4");

        choose(VLADIVOSTOK, save);

        assertThat(DateTimes.zone()).isEqualTo(VLADIVOSTOK);
        open("help");
        assertThat(DateTimes.zone()).isEqualTo(VLADIVOSTOK);
        assertThat(zones.of(person.companyId())).as("of letters and terms").isEqualTo(SAMARA);
        assertThat(own.of(people.colleague(person))).as("of a colleague").isEqualTo(SAMARA);
        open("profile");
        assertThat(zone().getValue()).isEqualTo(VLADIVOSTOK);
        choose(null, save);
        assertThat(DateTimes.zone()).isEqualTo(SAMARA);
    }

    @ParameterizedTest
    @CsvSource({"ru, 'Как у оператора: ', по времени оператора, Сохранить часовой пояс, Владивосток",
        "en, 'Operator: ', go by the operator’s, Save the time zone, Vladivostok"})
    void soDoesSomebodyOfTheOperatorAndTheJournalTellsIt(String language, String usual, String hint, String save, String city) {
        Actor person = people.processManager();
        SignedIn.as(person, language);
        open("profile");
        assertThat(words()).contains(hint);
        assertThat(zone().getPlaceholder()).startsWith(usual);

        choose(VLADIVOSTOK, save);

        assertThat(own.of(person)).isEqualTo(VLADIVOSTOK);
        assertThat(zones.operator()).isNotEqualTo(VLADIVOSTOK);
        open("journal?scope=OWN&kind=TIME_ZONE_CHANGED");
        Grid<?> journal = find(Grid.class).single();
        assertThat(test(journal).getCellComponent(0, "after").getElement().getTextRecursively()).startsWith(city);
    }

    @Test
    void theCompanysAdministratorWhoHasAnOwnClockKeepsItWhenTheCompanyChoosesAnother() {
        Actor person = people.distributor(0);
        own.choose(VLADIVOSTOK, person);

        zones.choose(SAMARA, person);

        assertThat(own.of(person)).isEqualTo(VLADIVOSTOK);
        assertThat(own.of(people.colleague(person))).isEqualTo(SAMARA);
    }

    @Test
    void itIsToldAmongThePersonalDataAndErasedWithThem() {
        Actor administrator = people.distributor(0);
        Actor person = people.colleague(administrator, Position.READER);
        own.choose(VLADIVOSTOK, person);
        assertThat(personalData.of(person)).containsEntry("timeZone", List.of(Map.of("time_zone", VLADIVOSTOK.getId())));
        ofCompanies.enable(person.id(), false, "Уволен", people.sales());

        personalData.erase(person.id(), "По просьбе", people.sales());

        assertThat(own.chosenBy(person)).isEmpty();
    }

    @Test
    void onlyPlacesAreTaken() {
        Actor person = people.sales();

        assertThatThrownBy(() -> own.choose(ZoneId.of("UTC"), person)).isInstanceOf(IllegalArgumentException.class);

        assertThat(own.chosenBy(person)).isEmpty();
    }

    private void choose(ZoneId zone, String save) {
        zone().setValue(zone);
        click(save);
    }

    @SuppressWarnings("unchecked")
    private SearchPicker<ZoneId> zone() {
        return find(SearchPicker.class).single();
    }
}
