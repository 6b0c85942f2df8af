package com.texchange.process;

/** Application event: a job was handled that has no retries left after this. */
record LastTryEnded(long jobKey, boolean succeeded) {
}
