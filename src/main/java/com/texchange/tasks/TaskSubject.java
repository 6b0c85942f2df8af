package com.texchange.tasks;

import com.texchange.common.AccountId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a task is about.
 *
 * @param line     tells the task from its siblings in the inbox: who, for whom, which code. Names, no keys
 * @param words    what else people search it by: distributor codes, tax ids, names
 * @param reason   why somebody asks for it, in their words; null if they gave none
 * @param informed who needs no letter about the new task, since a step of theirs a moment ago led to it
 */
public record TaskSubject(String line, List<String> words, @Nullable String reason, Set<AccountId> informed) {

    public TaskSubject(String line, List<String> words) {
        this(line, words, Set.of());
    }

    public TaskSubject(String line, List<String> words, Set<AccountId> informed) {
        this(line, words, null, informed);
    }
}
