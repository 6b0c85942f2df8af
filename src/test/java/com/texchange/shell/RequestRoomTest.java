package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.accounts.RequestLimits;
import com.texchange.common.AccountId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestRoomTest {

    private static final int LARGEST = RequestLimits.OF_PAGES;
    private static final int KILOBYTE = 1024;
    private final RequestRoom room = new RequestRoom(2L * LARGEST);
    private final AccountId one = AccountId.random();
    private final AccountId other = AccountId.random();
    private final AccountId third = AccountId.random();

    @Test
    void aPersonHasRoomForTheLargestRequestAndIsNotWaitedForBeyondThat() {
        RequestRoom.Place half = take(one, LARGEST / 2);
        RequestRoom.Place rest = take(one, LARGEST / 2);
        assertThat(room.take(one, 1, Duration.ofHours(1))).isEmpty();

        half.leave();
        rest.leave();
        take(one, LARGEST);
    }

    @Test
    void allTogetherHaveNoMoreThanTheirPartOfTheMemory() {
        RequestRoom.Place first = take(one, LARGEST - 3 * KILOBYTE);
        take(other, LARGEST);
        assertThat(room.take(third, 4 * KILOBYTE, Duration.ZERO)).isEmpty();
        take(third, 2 * KILOBYTE);

        first.leave();
        take(one, LARGEST - 2 * KILOBYTE);
    }

    @Test
    void whatDoesNotSayHowMuchItIsAndWhatIsMoreTakeAllThatAPersonHas() {
        take(one, -1);
        assertThat(room.take(one, 1, Duration.ZERO)).isEmpty();
        take(other, Long.MAX_VALUE);
        assertThat(room.take(other, 1, Duration.ZERO)).isEmpty();
    }

    @Test
    void theLargestRequestHasRoomOnASmallMachine() {
        assertThat(new RequestRoom(1).take(one, LARGEST, Duration.ZERO)).isPresent();
    }

    private RequestRoom.Place take(AccountId person, long bytes) {
        return room.take(person, bytes, Duration.ZERO).orElseThrow();
    }
}
