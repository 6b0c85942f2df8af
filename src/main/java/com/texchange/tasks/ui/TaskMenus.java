package com.texchange.tasks.ui;

import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.UserMenuEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the frame leads to pages of this module, besides the menu. */
@Configuration(proxyBeanMethods = false)
class TaskMenus {

    @Bean
    UserMenuEntry notifications() {
        return new UserMenuEntry("tasks.settings", Routes.SETTINGS, Set.of(Role.SALES, Role.DISTRIBUTOR));
    }
}
