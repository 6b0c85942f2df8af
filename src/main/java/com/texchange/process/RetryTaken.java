package com.texchange.process;

/** Application event: the engine has taken the command to try a failed step again. */
record RetryTaken(long incidentKey) {
}
