package com.texchange.connections.ui;

import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Role;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** «Сервисы и баланс» of a distributor, in which its licenses stand under its suppliers. */
abstract class ServicesPage extends SpringBrowserlessTest {

    @Autowired
    SampleBusiness business;
    @Autowired
    EngineJobs jobs;
    @Autowired
    ChangeFeed feed;
    @Autowired
    JdbcClient jdbc;
    CompanyInfo supplier;
    CompanyInfo distributor;
    Actor actor;

    @BeforeEach
    void companies() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        actor = business.person(distributor, Role.DISTRIBUTOR);
    }

    LicensesView open(String language) {
        signIn(language);
        return navigate(LicensesView.class);
    }

    void signIn(String language) {
        SignedIn.as(actor, language);
    }

    @SuppressWarnings("unchecked")
    TreeGrid<ServiceRow> grid() {
        return findInView(TreeGrid.class).single();
    }

    void search(String text) {
        test(findInView(TextField.class).single()).setValue(text);
    }

    String statusAt(int row) {
        return test(grid()).getLitRendererPropertyValue(row, "status", "status", String.class);
    }

    String blockedAt(int row) {
        return test(grid()).getLitRendererPropertyValue(row, "status", "blocked", String.class);
    }

    String nameAt(int row, String property) {
        return test(grid()).getLitRendererPropertyValue(row, "name", property, String.class);
    }

    List<String> statuses() {
        return findInView(Span.class).withAttribute("role", "status").all().stream().map(Span::getText).toList();
    }

    String supplierAt(int row) {
        return ((ServiceRow.Supplier) test(grid()).getRow(row)).group().supplierName();
    }

    Button connect() {
        return iconButton("vaadin:plus");
    }

    Button iconButton(String icon) {
        return findInView(Button.class).withCondition(button -> button.getIcon() != null
                && icon.equals(button.getIcon().getElement().getAttribute("icon"))).single();
    }

    List<String> texts() {
        return findInView(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    void tellOfChange() {
        ArgumentCaptor<Consumer<Change>> listener = ArgumentCaptor.captor();
        verify(feed, atLeastOnce()).subscribe(listener.capture());
        listener.getAllValues().forEach(heard ->
                heard.accept(new Change(Change.Topic.LICENSES, distributor.id().toString())));
    }
}
