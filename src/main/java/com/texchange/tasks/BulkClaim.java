package com.texchange.tasks;

import java.util.Map;

/**
 * What became of several tasks that a person wanted to take at once.
 *
 * @param taken  how many the person has now, own ones included
 * @param others how many colleagues had already, by their names; those whom the person need not know, together
 * @param gone   how many were done or withdrawn
 */
public record BulkClaim(int taken, Map<String, Long> others, int gone) {

    /** Stands for the names of people of another house. */
    public static final String OUTSIDE = "";
}
