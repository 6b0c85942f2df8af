package com.texchange.tasks;

/** In which order the inbox shows tasks. Those that are done always come by their end, the latest first. */
public enum TaskSort {
    /** What is due first, so overdue ones first and those without a due date last. */
    DUE,
    /** The newest first. */
    CREATED,
    /** The most urgent first, then by due date. */
    PRIORITY,
    /** By the line that tells what the task is about. */
    SUBJECT
}
