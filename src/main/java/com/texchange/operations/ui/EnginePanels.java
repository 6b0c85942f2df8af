package com.texchange.operations.ui;

import com.texchange.common.Actor;
import com.texchange.operations.Operations;
import com.texchange.overview.OnboardingQueries;
import com.texchange.process.LostProcesses;
import com.texchange.process.MissingProcesses;
import com.texchange.process.OperateLinks;
import org.springframework.stereotype.Component;

/** Makes the part of the page that finds lost processes. */
@Component
class EnginePanels {

    private final LostProcesses lost;
    private final MissingProcesses missing;
    private final Operations operations;
    private final OnboardingQueries onboardings;
    private final OperateLinks operate;

    EnginePanels(LostProcesses lost, MissingProcesses missing, Operations operations, OnboardingQueries onboardings,
            OperateLinks operate) {
        this.lost = lost;
        this.missing = missing;
        this.operations = operations;
        this.onboardings = onboardings;
        this.operate = operate;
    }

    EnginePanel create(Actor actor) {
        return new EnginePanel(lost, missing, operations, onboardings, operate, actor);
    }
}
