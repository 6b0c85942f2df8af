package com.texchange.process;

/** Application event: the engine refused a command on a user task because it is not there or not open any more. */
public record UserTaskGone(long userTaskKey) {
}
