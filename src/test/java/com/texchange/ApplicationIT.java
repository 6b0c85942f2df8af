package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

@IntegrationTest
class ApplicationIT {

    @Autowired
    ApplicationContext context;

    @Test
    void startsOnTheSharedServices() {
        assertThat(context.getId()).isEqualTo("t-exchange");
    }

    /** Its health alone is asked for; what else there could be is nobody's affair. */
    @Test
    void noPageListsWhatIsThereForMachines() {
        RequestMappingInfoHandlerMapping endpoints = context.getBean("webEndpointServletHandlerMapping", RequestMappingInfoHandlerMapping.class);

        assertThat(endpoints.getHandlerMethods().keySet()).flatExtracting(RequestMappingInfo::getPatternValues)
                .isNotEmpty().allSatisfy(address -> assertThat(address).startsWith("/actuator/health"));
    }
}
