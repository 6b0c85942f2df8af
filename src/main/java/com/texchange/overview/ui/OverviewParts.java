package com.texchange.overview.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.Change.Topic;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.HomePart;
import com.texchange.common.ui.MenuCount;
import com.texchange.connections.ConnectionHistory;
import com.texchange.overview.OnboardingOverview;
import com.texchange.overview.ProcessOverview;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the home page and the menu show of many onboardings. */
@Configuration(proxyBeanMethods = false)
class OverviewParts {

    /** Where the distributors stand, who waits, what failed, what was connected. */
    @Bean
    HomePart supplierPart(OnboardingOverview overview, ConnectionHistory history, Clock clock) {
        return HomePart.of(200, Role.SUPPLIER, actor -> new SupplierOverview(overview, history, actor, clock),
                OverviewParts::concernsSupplier, SupplierOverview::refresh);
    }

    /** Onboardings by stage and age, below what is failed and late. */
    @Bean
    HomePart managerPart(ProcessOverview overview) {
        return HomePart.of(400, Role.PROCESS_MANAGER, actor -> new ManagerOverview(overview, actor),
                (change, actor) -> change.topic() == Topic.ONBOARDING, ManagerOverview::refresh);
    }

    /** How many distributors wait for the supplier to mend their address, as their invitation could not be delivered. */
    @Bean
    MenuCount lettersFailedCount(OnboardingOverview overview) {
        return MenuCount.of(Routes.DISTRIBUTORS, Role.SUPPLIER, overview::lettersFailed, "overview.menu.lettersFailed",
                (change, actor) -> change.concerns(Topic.ONBOARDING, actor.companyId()));
    }

    private static boolean concernsSupplier(Change change, Actor actor) {
        return change.concerns(Topic.ONBOARDING, actor.companyId()) || change.concerns(Topic.LICENSES, actor.companyId());
    }
}
