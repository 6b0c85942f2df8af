package com.texchange.tables.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.AccountId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FilesAtOnceTest {

    private static final Duration NO_PATIENCE = Duration.ZERO;
    private final FilesAtOnce files = new FilesAtOnce();
    private final AccountId one = AccountId.random();
    private final AccountId other = AccountId.random();
    private final AccountId third = AccountId.random();

    @Test
    void aPersonHasSomeAtOnceAndThenNoMoreUntilOneIsDone() {
        FilesAtOnce.Place first = begin(one);
        begin(one);
        assertThat(files.begin(one, Duration.ofHours(1))).as("is not waited for").isEmpty();
        first.close();

        begin(one);
    }

    @Test
    void allTogetherHaveNoMoreThanTheirPart() {
        FilesAtOnce.Place first = begin(one);
        begin(one);
        begin(other);
        begin(other);
        assertThat(files.begin(third, NO_PATIENCE)).isEmpty();
        first.close();

        begin(third);
    }

    @Test
    void whoTakesAWholeFileSlowlyKeepsNobodyElseFromTheirs() {
        FilesAtOnce.Place[] slow = {begin(one), begin(one), begin(other), begin(other)};
        for (FilesAtOnce.Place place : slow) {
            place.whole();
        }
        assertThat(files.begin(one, NO_PATIENCE)).as("one's own are counted").isEmpty();
        begin(third);
        begin(third);
        for (FilesAtOnce.Place place : slow) {
            place.close();
        }

        begin(one);
        begin(one);
        assertThat(files.begin(other, NO_PATIENCE)).as("each has made room for one").isEmpty();
    }

    private FilesAtOnce.Place begin(AccountId person) {
        return files.begin(person, NO_PATIENCE).orElseThrow();
    }
}
