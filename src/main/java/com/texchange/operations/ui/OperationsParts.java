package com.texchange.operations.ui;

import com.texchange.common.Change.Topic;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.HomePart;
import com.texchange.common.ui.MenuCount;
import com.texchange.operations.EngineWatch;
import com.texchange.operations.Operations;
import com.texchange.partners.Companies;
import com.texchange.process.FailedSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a process manager's home page shows of what stands still, side by side. */
@Configuration(proxyBeanMethods = false)
class OperationsParts {

    @Bean
    HomePart failedStepsPart(EngineWatch watch, FailedSteps steps) {
        return HomePart.of(10, Role.PROCESS_MANAGER, actor -> new FailedStepsSection(watch, steps, actor),
                (change, actor) -> change.topic() == Topic.PROCESSES, FailedStepsSection::refresh);
    }

    /** How many tasks are late and want somebody who asks after them. */
    @Bean
    MenuCount lateTasksCount(Operations operations) {
        return MenuCount.of(Routes.PROCESSES, Role.PROCESS_MANAGER, operations::lateTasks, "operations.late.count",
                (change, actor) -> change.topic() == Topic.TASKS);
    }

    @Bean
    HomePart lateTasksPart(Operations operations, Companies companies) {
        return HomePart.of(11, Role.PROCESS_MANAGER, actor -> new LateTasks(operations, companies, actor),
                (change, actor) -> change.topic() == Topic.TASKS, LateTasks::refresh);
    }
}
