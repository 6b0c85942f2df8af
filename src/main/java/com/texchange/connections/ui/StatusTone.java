package com.texchange.connections.ui;

import com.texchange.common.ui.Tone;
import com.texchange.connections.ServiceStatus;

/** Which color the status of a license has. */
public final class StatusTone {

    private StatusTone() {
    }

    public static Tone of(ServiceStatus status) {
        return switch (status) {
            case IN_SERVICE -> Tone.SUCCESS;
            case PENDING -> Tone.UNDER_WAY;
            case OUT_OF_SERVICE -> Tone.CONTRAST;
        };
    }
}
