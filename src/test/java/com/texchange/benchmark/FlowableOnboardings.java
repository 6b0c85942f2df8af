package com.texchange.benchmark;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same onboardings, by the same services and on the same database, with Flowable's engine in the application in place of a cluster beside
 * it: what people do and what the process does about it is one transaction, and the inbox is Flowable's own table.
 */
@TestComponent
class FlowableOnboardings {

    private final FlowableSteps steps;
    private final Journey journey;
    private final Joining joining;
    private final Acceptance acceptance;
    private final ConnectionOrders orders;
    private final TestPeople people;
    private final TransactionTemplate transaction;
    private final ClickedOnboardings clicked;

    FlowableOnboardings(FlowableSteps steps, Journey journey, Joining joining, Acceptance acceptance, ConnectionOrders orders,
            TestPeople people, TransactionTemplate transaction, ClickedOnboardings clicked) {
        this.steps = steps;
        this.journey = journey;
        this.joining = joining;
        this.acceptance = acceptance;
        this.orders = orders;
        this.people = people;
        this.transaction = transaction;
        this.clicked = clicked;
    }

    /** @param process one of {@link FlowableSteps} */
    Contender contender(int atOnce, String process) {
        return () -> {
            Actor supplier = people.supplier();
            List<Actor> distributors = IntStream.range(0, ClickedOnboardings.number(atOnce)).mapToObj(i -> people.distributor(1)).toList();
            double[] result = ClickedOnboardings.run(atOnce, distributors.stream()
                    .<ClickedOnboardings.Onboarding>map(one -> () -> onboard(process, supplier, one)).toList());
            clicked.awaitLetters();
            steps.forget();
            return result;
        };
    }

    private List<Double> onboard(String process, Actor supplier, Actor distributor) throws Exception {
        OnboardingId id = steps.within(process, () -> journey.invite(supplier, distributor.email().value()));
        String token = journey.token(id);
        steps.await("Task_SendInvitation", id);
        long followed = System.nanoTime();
        steps.within(process, () -> joining.follow(token, distributor));
        long accept = System.nanoTime();
        click(process, () -> {
            acceptance.accept(id, false, distributor);
            steps.complete("Task_AcceptInvitation", id, Map.of("accepted", true));
            return id;
        });
        long connect = steps.await("Task_EstablishPartnership", id);
        click(process, () -> {
            OrderId order = orders.place(Requests.connect(supplier.companyAs(Role.SUPPLIER), journey.licensesOf(distributor, 1), distributor),
                    distributor).id();
            steps.complete("Task_ConnectLicenses", id, Map.of("orderId", order.toString()));
            return order;
        });
        steps.await("Task_ConfirmOnboarding", id);
        return List.of((accept - followed) / 1e6, (connect - accept) / 1e6);
    }

    private <T> void click(String process, Callable<T> decision) throws Exception {
        steps.within(process, () -> transaction.execute(status -> {
            try {
                return decision.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }
}
