package com.texchange.licenses.ui;

import com.texchange.common.Role;
import com.texchange.common.ui.HomePart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the home page shows of licenses. */
@Configuration(proxyBeanMethods = false)
class LicenseParts {

    @Bean
    HomePart loadingPart() {
        return HomePart.of(310, Role.SALES, actor -> new LoadingSection());
    }
}
