package com.texchange.licenses;

import com.texchange.common.LoadId;
import org.springframework.boot.test.context.TestComponent;

/** Does what the durable task does that loads, for tests without one. */
@TestComponent
public class LoadRunner {

    private final LoadingWorker worker;

    LoadRunner(LoadingWorker worker) {
        this.worker = worker;
    }

    /** Until all is loaded. */
    public void run(LoadId id) {
        boolean more = true;
        while (more) {
            worker.addDevices(id);
            more = worker.step(id);
        }
    }
}
