package com.texchange.partners.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Role;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.SearchPicker;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.TimeZones;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class CompanyViewIT extends SpringBrowserlessTest {

    @Autowired
    SampleBusiness business;
    @Autowired
    TimeZones zones;

    @ParameterizedTest
    @CsvSource({"ru, Компания, ИНН, Дистрибьютор", "en, Company, Tax ID, Distributor"})
    void aPersonReadsTheDataOfTheOwnCompany(String language, String title, String taxId, String role) {
        CompanyInfo company = business.distributor("ООО «Дистрибьютор»");
        SignedIn.as(business.person(company, Role.DISTRIBUTOR), language);

        CompanyView view = navigate(CompanyView.class);

        assertThat(view.getPageTitle()).isEqualTo(title);
        assertThat(findInView(Term.class).all()).extracting(Term::getText).hasSize(7).contains(taxId);
        assertThat(findInView(Description.class).all()).extracting(description -> description.getElement().getTextRecursively()).contains(
                company.name(), company.taxId().value(), "Казань", company.contactEmail().value(), role);
    }

    @ParameterizedTest
    @CsvSource({"ru, Изменить часовой пояс, Сохранить, Владивосток", "en, Change the time zone, Save, Vladivostok"})
    void aPersonChoosesTheZoneOfTheCompanyByItsName(String language, String change, String save, String found) {
        CompanyInfo company = business.distributor("ООО «Дистрибьютор»");
        SignedIn.as(business.person(company, Role.DISTRIBUTOR), language);
        CompanyView view = navigate(CompanyView.class);
        assertThat(findInView(Paragraph.class).all()).extracting(Paragraph::getText).anyMatch(text -> text.contains("UTC+3"));

        test(findInView(Button.class).withText(change).single()).click();
        @SuppressWarnings("unchecked")
        SearchPicker<ZoneId> zone = find(SearchPicker.class).single();
        ZoneId vladivostok = ZoneId.of("Asia/Vladivostok");
        assertThat(zone.getItemLabelGenerator().apply(vladivostok)).startsWith(found).contains("UTC+10");
        zone.setValue(vladivostok);
        test(find(Button.class).withText(save).single()).click();

        assertThat(zones.of(company.id())).isEqualTo(ZoneId.of("Asia/Vladivostok"));
        assertThat(findInView(Paragraph.class).all()).extracting(Paragraph::getText).anyMatch(text -> text.contains(found)
                && text.contains("UTC+10"));
        assertThat(DateTimes.zone()).isEqualTo(vladivostok);
        assertThat(view.getPageTitle()).isNotBlank();
    }

    @Test
    void aZoneThatAColleagueHasChosenMeanwhileStaysAndIsShown() {
        CompanyInfo company = business.distributor("ООО «Дистрибьютор»");
        SignedIn.as(business.person(company, Role.DISTRIBUTOR), "en");
        navigate(CompanyView.class);
        test(findInView(Button.class).withText("Change the time zone").single()).click();
        zones.choose(ZoneId.of("Asia/Vladivostok"), business.person(company, Role.DISTRIBUTOR));

        test(find(Button.class).withText("Save").single()).click();

        assertThat(zones.of(company.id())).isEqualTo(ZoneId.of("Asia/Vladivostok"));
        assertThat(find(Notification.class).single().getElement().getTextRecursively()).contains("A colleague has changed");
        assertThat(findInView(Paragraph.class).all()).extracting(Paragraph::getText).anyMatch(text -> text.contains("UTC+10"));
    }

    @ParameterizedTest
    @CsvSource({"ru, Изменить часовой пояс", "en, Change the time zone"})
    void aZoneIsFoundByItsCityInEitherLanguage(String language, String change) {
        SignedIn.as(business.person(business.distributor("ООО «Дистрибьютор»"), Role.DISTRIBUTOR), language);
        navigate(CompanyView.class);
        test(findInView(Button.class).withText(change).single()).click();

        assertThat(found("Калининград")).containsExactly(ZoneId.of("Europe/Kaliningrad"));
        assertThat(found("kaliningrad")).containsExactly(ZoneId.of("Europe/Kaliningrad"));
        assertThat(found("new york")).containsExactly(ZoneId.of("America/New_York"));
        assertThat(found("Europe/Samara")).containsExactly(ZoneId.of("Europe/Samara"));
        assertThat(found("nowhere")).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private List<ZoneId> found(String typed) {
        DataProvider<ZoneId, String> choices =
                (DataProvider<ZoneId, String>) ((SearchPicker<ZoneId>) find(SearchPicker.class).single()).getDataProvider();
        return choices.fetch(new Query<>(0, 10, List.of(), null, typed)).toList();
    }
}
