package com.texchange.tasks;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks to show and in which order.
 *
 * @param element id of the only user task element to show, null for all
 * @param text    words that all must be found in what the task is about, by parts and in any case; may be empty
 */
public record TaskQuery(TaskFilter show, @Nullable String element, String text, TaskSort sort) {

    public static final TaskQuery DEFAULT = new TaskQuery(TaskFilter.ALL, null, "", TaskSort.DUE);
    /** Longer texts are cut. */
    public static final int MAX_TEXT = 200;

    public TaskQuery {
        String line = text.strip();
        String cut = line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) : line;
        // The database takes neither NUL nor half a character.
        text = cut.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip();
    }

    /** The same tasks in another order. */
    public TaskQuery sorted(TaskSort order) {
        return new TaskQuery(show, element, text, order);
    }

    /** Of the same choice of tasks, those with other words. */
    public TaskQuery searching(String words) {
        return new TaskQuery(show, element, words, sort);
    }
}
