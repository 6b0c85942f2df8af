package com.texchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.AccountId;
import com.texchange.common.RefusedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LongTablesTest {

    private static final long MEGABYTE = 1_000_000;
    private static final Duration NO_PATIENCE = Duration.ZERO;
    private final AccountId person = AccountId.random();
    private final AtomicLong usable = new AtomicLong(1_000 * MEGABYTE);
    private final AtomicInteger looks = new AtomicInteger();
    private final LongTables tables = new LongTables(usable::get, looks::incrementAndGet, NO_PATIENCE);

    @Test
    void onePersonHasTwoAtOnce() {
        LongTables.Place first = tables.take(person, MEGABYTE);
        tables.take(person, MEGABYTE).written();
        assertThatThrownBy(() -> tables.take(person, MEGABYTE)).isInstanceOf(RefusedException.class).hasMessage("tables.longOnes");
        tables.take(AccountId.random(), MEGABYTE);

        first.leave();

        tables.take(person, MEGABYTE);
        assertThatThrownBy(() -> tables.take(person, MEGABYTE)).hasMessage("tables.longOnes");
    }

    @Test
    void whatIsBeingWrittenHasItsRoomAndDownloadsKeepTheirs() {
        LongTables.Place first = tables.take(person, 500 * MEGABYTE);
        assertThatThrownBy(() -> tables.take(AccountId.random(), 401 * MEGABYTE)).isInstanceOf(RefusedException.class).hasMessage("tables.noRoom");

        first.written();
        first.written();
        usable.set(600 * MEGABYTE);

        tables.take(AccountId.random(), 500 * MEGABYTE);
        assertThatThrownBy(() -> tables.take(AccountId.random(), MEGABYTE)).hasMessage("tables.noRoom");
    }

    @Test
    void thoseThatNobodyReadsAnyMoreAreFoundWhereRoomIsMissing() {
        LongTables[] own = new LongTables[1];
        LongTables.Place[] unread = new LongTables.Place[1];
        own[0] = new LongTables(usable::get, () -> unread[0].leave(), NO_PATIENCE);
        unread[0] = own[0].take(person, MEGABYTE);
        own[0].take(person, MEGABYTE);

        own[0].take(person, MEGABYTE);
    }

    @Test
    void nobodyHasEverythingWaitForThatAgainAndAgain() {
        tables.take(person, MEGABYTE);
        tables.take(person, MEGABYTE);
        assertThat(looks).hasValue(0);

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> tables.take(person, MEGABYTE)).hasMessage("tables.longOnes");
        }

        assertThat(looks).hasValue(1);
    }
}
