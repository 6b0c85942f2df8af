package com.texchange.tasks;

/**
 * Application event, in the transaction that puts a new task into the inbox: whoever owns what the task is about locks
 * it, looks whether the business has decided that already, and if so answers with {@link Tasks#complete} or
 * {@link Tasks#withdraw}. Whoever decides locks the same first and looks for the task then, so that one of the two
 * always sees the other.
 */
public record UserTaskOffered(UserTask task) {
}
