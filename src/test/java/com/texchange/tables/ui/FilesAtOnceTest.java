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

    @Test
    void aPersonHasSomeAtOnceAndThenNoMoreUntilOneIsDone() {
        assertThat(files.begin(one, NO_PATIENCE)).isTrue();
        assertThat(files.begin(one, NO_PATIENCE)).isTrue();
        assertThat(files.begin(one, Duration.ofHours(1))).as("is not waited for").isFalse();
        files.end(one);

        assertThat(files.begin(one, NO_PATIENCE)).isTrue();
    }

    @Test
    void allTogetherHaveNoMoreThanTheirPart() {
        for (AccountId person : new AccountId[] {one, one, other, other}) {
            assertThat(files.begin(person, NO_PATIENCE)).isTrue();
        }
        AccountId third = AccountId.random();
        assertThat(files.begin(third, NO_PATIENCE)).isFalse();
        files.end(one);

        assertThat(files.begin(third, NO_PATIENCE)).isTrue();
    }
}
