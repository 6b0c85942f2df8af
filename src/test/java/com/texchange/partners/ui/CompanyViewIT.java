package com.texchange.partners.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Role;
import com.texchange.common.ui.DateTimes;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.TimeZones;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import java.time.ZoneId;
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
        assertThat(findInView(Term.class).all()).extracting(Term::getText).hasSize(8).contains(taxId);
        assertThat(findInView(Description.class).all()).extracting(Description::getText).contains(
                company.name(), company.taxId().value(), "Казань", company.contactEmail().value(), role);
    }

    @ParameterizedTest
    @CsvSource({"ru, Изменить часовой пояс, Сохранить, Владивосток", "en, Change the time zone, Save, Vladivostok"})
    void aPersonChoosesTheZoneOfTheCompanyByItsName(String language, String change, String save, String found) {
        CompanyInfo company = business.distributor("ООО «Дистрибьютор»");
        SignedIn.as(business.person(company, Role.DISTRIBUTOR), language);
        CompanyView view = navigate(CompanyView.class);
        assertThat(findInView(Description.class).all()).extracting(Description::getText).anyMatch(text -> text.contains("UTC+3"));

        test(findInView(Button.class).withText(change).single()).click();
        @SuppressWarnings("unchecked")
        ComboBox<ZoneId> zone = find(ComboBox.class).single();
        ZoneId vladivostok = zone.getListDataView().getItems()
                .filter(item -> zone.getItemLabelGenerator().apply(item).matches(found + ".*\\(Asia/Vladivostok\\)")).findFirst().orElseThrow();
        zone.setValue(vladivostok);
        test(find(Button.class).withText(save).single()).click();

        assertThat(zones.of(company.id())).isEqualTo(ZoneId.of("Asia/Vladivostok"));
        assertThat(findInView(Description.class).all()).extracting(Description::getText).anyMatch(text -> text.contains(found)
                && text.contains("UTC+10"));
        assertThat(DateTimes.zone()).isEqualTo(vladivostok);
        assertThat(view.getPageTitle()).isNotBlank();
    }
}
