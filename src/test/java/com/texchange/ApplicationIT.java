package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntegrationTest
class ApplicationIT {

    @Autowired
    ApplicationContext context;

    @Test
    void startsOnTheSharedServices() {
        assertThat(context.getId()).isEqualTo("t-exchange");
    }
}
