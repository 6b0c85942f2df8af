package com.texchange.demo;

import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.local.QuickStart;
import com.texchange.process.LostProcesses;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * {@code --demo.onboardings=10000}: loads so many onboardings once, and has the processes of those under way begun as if
 * the engine had lost them. That repeats nothing that has been done, so a start that was cut short is made up for by the next.
 */
@Component
@Profile(QuickStart.PROFILE)
@ConditionalOnProperty(ManyOnboardingsAtStart.PROPERTY)
@Import(ManyOnboardings.class)
@Order(ManyOnboardingsAtStart.AFTER_DEMO_DATA)
class ManyOnboardingsAtStart implements ApplicationRunner {

    static final String PROPERTY = "demo.onboardings";
    static final int AFTER_DEMO_DATA = 10;
    private final ManyOnboardings onboardings;
    private final LostProcesses processes;
    private final Accounts accounts;
    private final int count;

    ManyOnboardingsAtStart(ManyOnboardings onboardings, LostProcesses processes, Accounts accounts,
            Environment environment) {
        this.onboardings = onboardings;
        this.processes = processes;
        this.accounts = accounts;
        this.count = environment.getRequiredProperty(PROPERTY, Integer.class);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        onboardings.load(count);
        processes.recreate(manager());
    }

    private Actor manager() {
        return accounts.find(DemoPerson.MANAGER.email()).orElseThrow().actor();
    }
}
