package com.texchange.common;

import org.jspecify.annotations.Nullable;

/**
 * Says that something shown on pages has changed. Carries no data: who hears it reads the database.
 *
 * @param topic what kind of thing
 * @param id    which one; a task's candidate group, an onboarding's id, also the account's of who is invited, a distributor's or supplier's
 *              company id for licenses, a company's for batches, its own for a load of licenses and for an account, a check's name, or {@link #ALL}
 */
public record Change(Topic topic, String id) {

    /**
     * Stands for every id of a topic: the feed sends it after its connection was lost, as changes may have been missed.
     * A listener that filters by id lets it through.
     */
    public static final String ALL = "*";

    /** Kinds of things that pages follow. */
    public enum Topic {
        TASKS, ONBOARDING, LICENSES, LOADS, BATCHES, PROCESSES, ACCOUNTS, CHECKS
    }

    /** Whether this change tells of that thing, be it by name or as one of all. */
    public boolean concerns(Topic topic, String id) {
        return this.topic == topic && (this.id.equals(id) || this.id.equals(ALL));
    }

    /** Whether this change tells of a thing of that company; of no company's if there is none. */
    public boolean concerns(Topic topic, @Nullable CompanyId company) {
        return company != null && concerns(topic, company.toString());
    }
}
