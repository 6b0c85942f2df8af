package com.texchange.faults.random;

import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.RefusedConnections;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.onboarding.Stage;
import com.texchange.registrations.Registrations;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of one onboarding: does one step of the plan at a time, as soon as the business allows it. */
final class Walker {

    private static final String REGISTER = "Task_RegisterDistributor";
    private static final String CONNECT = "Task_ConnectLicenses";

    private final Plan plan;
    private final RestartableApplication application;
    private final Actor supplier;
    private final Actor sales;
    private final String email;
    private final @Nullable Actor known;
    private final Deque<Step> steps = new ArrayDeque<>();
    private @Nullable OnboardingId id;

    /** Something that the people do. */
    private interface Step {

        /** @return whether it could be done yet */
        boolean attempt();
    }

    /** @param known someone of a distributor that has an account; null for a newcomer */
    Walker(Plan plan, RestartableApplication application, Actor supplier, Actor sales, @Nullable Actor known) {
        this.plan = plan;
        this.application = application;
        this.supplier = supplier;
        this.sales = sales;
        this.known = known;
        this.email = known == null ? TestPeople.anyEmail() : known.email().value();
        planSteps();
    }

    private void planSteps() {
        steps.add(this::invite);
        switch (plan.ending()) {
            case UNREAD -> { }
            case REVOKED_UNREAD -> steps.add(this::revoke);
            case REVOKED_LATE -> {
                steps.add(this::follow);
                steps.add(this::revoke);
            }
            case UNREGISTERED -> steps.add(this::follow);
            case REJECTED -> {
                steps.add(this::follow);
                steps.add(() -> decideRegistration(false));
            }
            case UNDECIDED -> join();
            case DECLINES -> {
                join();
                steps.add(() -> decide(false));
            }
            case DAWDLES -> {
                join();
                steps.add(() -> decide(true));
            }
            case CONNECTS -> {
                join();
                steps.add(() -> decide(true));
                steps.add(this::order);
                if (plan.blocked() > 0) {
                    steps.add(this::resolve);
                }
                if (plan.blocked() == plan.licenses() && !plan.retry()) {
                    steps.add(this::order);
                }
            }
        }
    }

    private void join() {
        steps.add(this::follow);
        if (plan.newcomer()) {
            steps.add(() -> decideRegistration(true));
        }
    }

    Plan plan() {
        return plan;
    }

    OnboardingId id() {
        return Objects.requireNonNull(id, "not invited yet");
    }

    boolean isDone() {
        return steps.isEmpty();
    }

    /** @return whether something was done */
    boolean step() {
        boolean done = !steps.isEmpty() && steps.element().attempt();
        if (done) {
            steps.remove();
        }
        return done;
    }

    private boolean invite() {
        id = journey().invite(supplier, email);
        return true;
    }

    private boolean revoke() {
        bean(Invitations.class).revoke(id(), "Передумали", supplier);
        return true;
    }

    private boolean follow() {
        if (known == null) {
            bean(Joining.class).requestRegistration(journey().token(id()), Journey.newcomer(email), Locale.of("ru"));
        } else {
            bean(Joining.class).follow(journey().token(id()), known);
        }
        return true;
    }

    private boolean decideRegistration(boolean approve) {
        if (!plan.hasty() && task(REGISTER, journey().registrationOf(id()).value()).isEmpty()) {
            return false;
        }
        if (approve) {
            bean(Registrations.class).approve(journey().registrationOf(id()), sales);
        } else {
            bean(Registrations.class).reject(journey().registrationOf(id()), "Нет такой компании", sales);
        }
        return true;
    }

    private boolean decide(boolean accept) {
        if (journey().stage(id()) != Stage.ACCEPTING || mustWaitFor(OnboardingTasks.ACCEPT)) {
            return false;
        }
        if (accept) {
            bean(Acceptance.class).accept(id(), plan.delegated(), distributor());
        } else {
            bean(Acceptance.class).decline(id(), "Работаем с другими", distributor());
        }
        return true;
    }

    /** The first choice has the blocked licenses in it, a second one has not. */
    private boolean order() {
        if (journey().stage(id()) != Stage.CONNECTING || orderOf() != null || mustWaitFor(CONNECT)) {
            return false;
        }
        Set<LicenseId> licenses = licenses();
        boolean first = jdbc().sql("select count(*) from activity where onboarding_id = ? and kind = 'LICENSES_ORDERED'")
                .param(id().value()).query(Integer.class).single() == 0;
        block(licenses, first ? plan.blocked() : 0);
        bean(ConnectionOrders.class).place(Requests.connect(supplier.companyAs(Role.SUPPLIER), licenses, distributor()),
                distributor());
        return true;
    }

    private boolean resolve() {
        UUID order = orderOf();
        Optional<UserTask> task = order == null ? Optional.empty() : task(RefusedConnections.TASK, order);
        task.ifPresent(open -> {
            if (plan.retry()) {
                block(licenses(), 0);
            }
            bean(RefusedConnections.class).resolve(open.key(), new OrderId(order), plan.retry(), distributor());
        });
        return task.isPresent();
    }

    private boolean mustWaitFor(String element) {
        return !plan.hasty() && task(element, id().value()).isEmpty();
    }

    private Optional<UserTask> task(String element, UUID subject) {
        return bean(Tasks.class).findOpen(element, subject);
    }

    private @Nullable UUID orderOf() {
        return jdbc().sql("select connection_order_id from onboarding where id = ?").param(id().value())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class))).single().orElse(null);
    }

    private Actor distributor() {
        return known == null ? bean(TestPeople.class).actor(email) : known;
    }

    /** A newcomer's are loaded when they are chosen. */
    private Set<LicenseId> licenses() {
        Actor distributor = distributor();
        if (known == null && journey().licensesOf(distributor, 1).isEmpty()) {
            bean(TestPeople.class).loadLicenses(distributor.companyAs(Role.DISTRIBUTOR),
                    distributor.companyAs(Role.DISTRIBUTOR), Plan.MOST_LICENSES);
        }
        return journey().licensesOf(distributor, plan.licenses());
    }

    private void block(Set<LicenseId> licenses, int count) {
        List<UUID> all = licenses.stream().map(LicenseId::value).sorted().collect(Collectors.toList());
        for (int i = 0; i < all.size(); i++) {
            jdbc().sql("update license set blocked = ? where id = ?").params(i < count, all.get(i)).update();
        }
    }

    private Journey journey() {
        return bean(Journey.class);
    }

    private JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    private <T> T bean(Class<T> type) {
        return application.bean(type);
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(id, plan);
    }
}
