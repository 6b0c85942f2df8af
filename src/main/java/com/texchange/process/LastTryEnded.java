package com.texchange.process;

/**
 * Application event: a job was handled that has no retries left after this.
 *
 * @param begun when its handling began, in {@link System#nanoTime()}
 */
record LastTryEnded(long jobKey, boolean succeeded, long begun) {
}
