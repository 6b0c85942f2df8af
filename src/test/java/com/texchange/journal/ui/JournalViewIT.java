package com.texchange.journal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.accounts.OwnProfile;
import com.texchange.common.Actor;
import com.texchange.common.Position;
import com.texchange.journal.JournalEntry;
import com.texchange.partners.TimeZones;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of the journal. */
@IntegrationTest
class JournalViewIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    OwnProfile profile;
    @Autowired
    TimeZones zones;
    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"ru, Журнал действий, Изменено имя, Было, Всё этого сотрудника, Один сотрудник",
        "en, Audit log, Name changed, Before, All of this person, One person"})
    void anEntryIsFoundOpenedAndLeadsToOthers(String language, String title, String kind, String before, String more, String narrowed) {
        Actor person = people.distributor(0);
        profile.rename("Новое Имя", person);
        SignedIn.as(person, language);

        open("journal?text=Новое");

        assertThat(words()).contains(title);
        assertThat(test(grid()).getRow(0).kind()).isEqualTo("NAME_CHANGED");
        test(test(grid()).getCellComponent(0, "kind")).click();
        assertThat(words()).contains(kind, before, "Олег Дистрибьюторов", more);
        click(more);
        assertThat(button(narrowed).isVisible()).isTrue();
        assertThat(test(grid()).getRow(0).actorId()).isEqualTo(person.id().value());
    }

    @Test
    void ofTheOwnCompanyThePeopleAreNamedAndNotTheCompanyEachTime() {
        Actor person = people.distributor(0);
        profile.rename("Новое Имя", person);
        SignedIn.as(person, "ru");
        open("journal?kind=NAME_CHANGED");
        assertThat(test(grid()).getCellComponent(0, "who").getElement().getTextRecursively()).isEqualTo("Олег Дистрибьюторов");

        open("");
        SignedIn.as(people.sales(), "ru");
        open("journal?kind=NAME_CHANGED&person=" + person.id());
        assertThat(test(grid()).getCellComponent(0, "who").getElement().getTextRecursively())
                .isEqualTo("Олег Дистрибьюторов, " + people.companyOf(person.email().value()).name());
    }

    @ParameterizedTest
    @CsvSource({"ru, Владивосток, День «По» раньше дня «С»", "en, Vladivostok, The last day is before the first"})
    void zonesHaveTheNamesThatPeopleUseAndDaysThatCannotBeAreTold(String language, String zone, String reversed) {
        Actor person = people.distributor(0);
        zones.change(null, ZoneId.of("Asia/Vladivostok"), person);
        SignedIn.as(person, language);
        open("journal?kind=TIME_ZONE_CHANGED");
        assertThat(test(grid()).getCellComponent(0, "after").getElement().getTextRecursively()).startsWith(zone).contains("UTC+10");

        open("journal?from=2026-03-02&until=2026-03-01");
        assertThat(grid().getEmptyStateText()).contains(reversed);
        open("journal?from=2026-03-01&until=2026-03-01");
        assertThat(grid().getEmptyStateText()).doesNotContain(reversed);
    }

    @Test
    void aDamagedAddressNarrowsNothing() {
        Actor person = people.distributor(0);
        profile.rename("Новое Имя", person);
        SignedIn.as(person, "ru");

        open("journal?kind=NAME_CHANGED&source=%00&subject=%00");

        assertThat(test(grid()).getRow(0).actorId()).isEqualTo(person.id().value());
    }

    @ParameterizedTest
    @CsvSource({"ru, Все фильтры (2), Меньше фильтров", "en, All filters (2), Fewer filters"})
    void filtersThatAreNotShownAreCounted(String language, String folded, String unfolded) {
        SignedIn.as(people.sales(), language);
        open("journal?source=10.0.0.1&area=PEOPLE");

        click(folded);

        assertThat(hasButton(unfolded)).isTrue();
    }

    @Test
    void whatACheckHasFoundAppearsByItself() {
        SignedIn.as(people.processManager(), "ru");
        open("journal/checks");
        click("Проверить сейчас");

        awaitWords("Этапы подключений и их число");
        assertThat(button("Проверить сейчас").isEnabled()).isTrue();
        jdbc.sql("delete from history_check").update();
    }

    @Test
    void theOperatorReadsEverythingAndNarrowsByWhatTheAddressSays() {
        Actor person = people.distributor(0);
        profile.rename("Первое Имя", person);
        SignedIn.as(people.sales(), "ru");

        open("journal?company=" + person.companyId() + "&area=PEOPLE&kind=NAME_CHANGED&nonsense=1&from=never");

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(test(grid()).getRow(0).newValue()).isEqualTo("Первое Имя");
    }

    @Test
    void whoAdministersNothingReadsTheOwnActsOnly() {
        Actor administrator = people.distributor(0);
        profile.rename("Главное Имя", administrator);
        Actor reader = people.colleague(administrator, Position.READER);
        SignedIn.as(reader, "ru");

        open("journal?scope=ALL&text=Главное");

        assertThat(find(Select.class).all()).noneMatch(select -> "Показать".equals(select.getLabel()) && select.isVisible());
        assertThat(test(grid()).size()).isZero();
    }

    @Test
    void whatTheCheckHasFoundIsShownWithALink() {
        SignedIn.as(people.processManager(), "ru");
        jdbc.sql("""
                with run as (insert into history_check (name, begun_at, ended_at, looked_at, differing) values ('orders', now(), now(), 7, 1) returning id)
                insert into history_difference (check_id, subject_type, subject_id, label, by_history, by_table)
                select id, 'ORDER', '7c3b1f0e-0000-4000-8000-000000000001', '', '3 / 0 / 0', '2 / 0 / 0' from run
                """).update();
        try {
            open("journal/checks");

            assertThat(words()).contains("Проверка данных", "Просмотрено: 7, расхождений: 1");
        } finally {
            jdbc.sql("delete from history_check").update();
        }
    }

    @SuppressWarnings("unchecked")
    private Grid<JournalEntry> grid() {
        return find(Grid.class).single();
    }
}
