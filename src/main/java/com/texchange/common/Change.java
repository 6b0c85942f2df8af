package com.texchange.common;

/**
 * Says that something shown on pages has changed. Carries no data: who hears it reads the database.
 *
 * @param topic what kind of thing
 * @param id    which one; a task's candidate group, an onboarding's id, a distributor's company id for licenses
 */
public record Change(Topic topic, String id) {

    /** Kinds of things that pages follow. */
    public enum Topic {
        TASKS, ONBOARDING, LICENSES
    }
}
