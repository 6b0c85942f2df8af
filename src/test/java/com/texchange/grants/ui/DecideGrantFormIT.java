package com.texchange.grants.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.GrantRequestId;
import com.texchange.common.Role;
import com.texchange.grants.GrantDecisions;
import com.texchange.grants.GrantInfo;
import com.texchange.grants.GrantRequests;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantedAct;
import com.texchange.grants.Grants;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Page;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.texchange.testing.WithoutProcess;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The distributor's task about a supplier that asks for the management of licenses. */
@WithoutProcess
class DecideGrantFormIT extends Page {

    @Autowired
    SampleBusiness business;
    @Autowired
    GrantRequests requests;
    @Autowired
    Grants grants;
    @Autowired
    EngineJobs jobs;
    private CompanyInfo supplier;
    private Actor person;

    @BeforeEach
    void asked() {
        supplier = business.supplier("ООО «Поставщик»");
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        person = business.person(distributor, Role.DISTRIBUTOR);
        Actor asker = business.person(supplier, Role.SUPPLIER);
        GrantRequestId id = requests.ask(distributor.id(),
                new GrantTerms(Set.of(GrantedAct.CONNECT, GrantedAct.MOVE), null, "Агенты меняются"), asker);
        long task = jobs.offer(GrantDecisions.TASK, "grantRequestId", id.value(), person);
        SignedIn.as(person, "ru");
        open("tasks/" + task);
    }

    @Test
    void itSaysWhoAsksForWhatAndNamesNobodyOfTheOtherHouse() {
        assertThat(words()).contains("ООО «Поставщик» просит разрешить управление Вашими лицензиями",
                "подключать, переносить на другие устройства", "без срока", "Агенты меняются").doesNotContain("Ирина Поставкина");
    }

    @Test
    void itIsGrantedAsAskedFor() {
        click("Разрешить");

        assertThat(given().acts()).containsExactlyInAnyOrder(GrantedAct.CONNECT, GrantedAct.MOVE);
        assertThat(words()).contains("ООО «Поставщик» может управлять лицензиями, как Вы решили");
    }

    @Test
    void itIsNarrowed() {
        LocalDate lastDay = LocalDate.now().plusDays(20);
        acts().setValue(Set.of(GrantedAct.MOVE));
        test(find(DatePicker.class).single()).setValue(lastDay);
        click("Разрешить");

        assertThat(given().acts()).containsExactly(GrantedAct.MOVE);
        assertThat(given().endsAt()).isNotNull();
    }

    @Test
    void withoutAnActNothingIsGranted() {
        acts().setValue(Set.of());
        click("Разрешить");

        assertThat(acts().isInvalid()).isTrue();
        assertThat(grants.given(supplier.id(), person)).isEmpty();
    }

    @Test
    void whatAColleagueHasAllowedMeanwhileIsShownBeforeItIsReplaced() {
        Requests.allow(grants, supplier.id(), new GrantTerms(Set.of(GrantedAct.DISCONNECT), null, null), person);

        click("Разрешить");
        assertThat(given().acts()).containsExactly(GrantedAct.DISCONNECT);
        assertThat(words()).contains("Сейчас разрешено: отключать; без срока. Чтобы заменить");
        click("Разрешить");

        assertThat(given().acts()).containsExactlyInAnyOrder(GrantedAct.CONNECT, GrantedAct.MOVE);
    }

    @Test
    void itIsRefusedWithAReason() {
        click("Отказать");
        test(find(TextArea.class).withCaption("Причина").single()).setValue("Справимся сами");
        click("Отказать");

        assertThat(words()).contains("Запрос поставщика ООО «Поставщик» не удовлетворён");
        assertThat(grants.given(supplier.id(), person)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<GrantedAct> acts() {
        return find(CheckboxGroup.class).single();
    }

    private GrantInfo given() {
        return grants.given(supplier.id(), person).orElseThrow();
    }
}
