package com.texchange.accounts.ui;

import com.texchange.accounts.Consents;
import com.texchange.accounts.OperatorPeople;
import com.texchange.common.Change;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.HomePart;
import com.texchange.common.ui.UserMenuEntry;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the user menu and the home page show of the person's own account. */
@Configuration(proxyBeanMethods = false)
class ProfileParts {

    @Bean
    @Order(0)
    UserMenuEntry profileEntry() {
        return new UserMenuEntry("accounts.profile.title", Routes.PROFILE, EnumSet.allOf(Role.class));
    }

    @Bean
    HomePart agreementPart(Consents consents) {
        return HomePart.ofEverybody(5, actor -> new AgreementSection(consents, actor));
    }

    @Bean
    HomePart operatorPeoplePart(OperatorPeople people) {
        return HomePart.of(500, Role.ADMINISTRATOR, actor -> new OperatorPeopleSection(people, actor),
                (change, actor) -> change.concerns(Change.Topic.ACCOUNTS, OperatorPeople.CHANGE), OperatorPeopleSection::refresh);
    }
}
