package com.texchange.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.OrderKind;
import com.texchange.grants.Grants;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Page;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.SignedIn;
import com.texchange.testing.WithoutProcess;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of an operation, while it is carried out and after it was taken back. */
@WithoutProcess
class OrderViewIT extends Page {

    @Autowired
    SampleBusiness business;
    @Autowired
    Grants grants;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    EngineJobs jobs;
    @Autowired
    ChangeFeed feed;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor person;

    @BeforeEach
    void partners() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("АО «Альфа»");
        business.partners(supplier, distributor);
        person = business.person(supplier, Role.SUPPLIER);
        grants.giveAll(supplier.id(), business.person(distributor, Role.DISTRIBUTOR));
    }

    @Test
    void underWhichGrantItIsDoneIsSaidAsSoonAsItIsUsed() {
        OrderId order = place();
        SignedIn.as(person, "ru");
        open("license-operations/" + order);
        assertThat(words()).doesNotContain("по разрешению");

        jobs.run("connect-licenses", Map.of("orderId", order.toString()));
        tell();

        awaitWords("по разрешению от");
    }

    @ParameterizedTest
    @CsvSource({"ru, Отменить операцию, Отменена, Отменяет её, Завершена", "en, Undo the operation, Undone, Undone by, Finished"})
    void whatIsTakenBackSaysSoAndIsNotOfferedToBeTakenBackAgain(String language, String undo, String undone, String by, String finished) {
        OrderId order = place();
        carryOut(order, "connect-licenses", "publish-connections");
        SignedIn.as(person, language);
        open("license-operations/" + order);
        assertThat(button(undo).isVisible()).isTrue();
        ConnectionOrderInfo back = orders.undo(order, person);
        tell();

        awaitWords(by);
        assertThat(hasButton(undo)).as("while it is being taken back").isFalse();
        carryOut(back.id(), "disconnect-licenses", "confirm-disconnection");
        tell();

        awaitWords("\n" + undone + "\n");
        assertThat(words()).doesNotContain(finished);
        carryOut(orders.undo(back.id(), person).id(), "connect-licenses", "publish-connections");
        open("license-operations/" + order);
        assertThat(words()).as("what took it back is taken back").contains(finished).doesNotContain("\n" + undone + "\n");
    }

    private OrderId place() {
        return orders.place(Requests.of(OrderKind.CONNECT, supplier.id(), distributor.id(), Set.copyOf(business.licenses(distributor, 2))),
                person).id();
    }

    /** As the feed does when licenses were changed. */
    private void tell() {
        ArgumentCaptor<Consumer<Change>> pages = ArgumentCaptor.captor();
        verify(feed, atLeastOnce()).subscribe(pages.capture());
        pages.getAllValues().forEach(page -> page.accept(new Change(Change.Topic.LICENSES, Change.ALL)));
    }

    private void carryOut(OrderId order, String... steps) {
        for (String step : steps) {
            jobs.run(step, Map.of("orderId", order.toString()));
        }
    }
}
