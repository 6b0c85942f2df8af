package com.texchange.common;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a module keeps about a person: a bean of each module that keeps anything beside the account's id. Of a person who is erased the
 * account stays, so that histories stay whole, but says of nobody who it was.
 */
public interface KeptAboutPeople {

    /**
     * Whom it is about.
     *
     * @param id        as histories name the person
     * @param email     as letters and requests do
     * @param addresses this one and those before it, but for what is somebody else's by now
     */
    record Person(AccountId id, EmailAddress email, Set<String> addresses) {
    }

    /** Rows by what they are, in the words of the interface for machines; values as JSON has them. */
    Map<String, List<Map<String, Object>>> about(Person person);

    /**
     * Takes out of what the module keeps who the person was, in the caller's transaction.
     *
     * @param name  that stands for the person's from now on
     * @param email likewise
     */
    void erase(Person person, String name, EmailAddress email);
}
