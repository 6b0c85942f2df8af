package com.texchange.faults;

import java.time.Clock;
import org.springframework.test.context.bean.override.convention.TestBean;

/** An hour behind. */
class ClockBehindIT extends SkewedClock {

    @TestBean(name = "clock")
    Clock skewed;

    static Clock skewed() {
        return Clock.offset(Clock.systemUTC(), SKEW.negated());
    }
}
