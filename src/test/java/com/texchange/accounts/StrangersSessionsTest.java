package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.NetworkSource;
import jakarta.servlet.http.HttpSessionEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

/** Whoever has many addresses is one stranger. Of one address alone: {@link StrangersIT}. */
class StrangersSessionsTest {

    private final StrangersSessions sessions = new StrangersSessions();

    @Test
    void ofOneSiteTheYoungestStayHoweverManyLinesItHas() {
        MockHttpSession elsewhere = from("2001:db8:2::1");
        List<MockHttpSession> all = IntStream.rangeClosed(0, StrangersSessions.MOST_OF_SITE)
                .mapToObj(line -> from("2001:db8:1:%x::1".formatted(line))).toList();

        assertThat(all.getFirst().isInvalid()).isTrue();
        assertThat(all.subList(1, all.size())).noneMatch(MockHttpSession::isInvalid);
        assertThat(elsewhere.isInvalid()).isFalse();
    }

    @Test
    void ofAllTheYoungestStayHoweverManySourcesThereAre() {
        List<MockHttpSession> all = IntStream.rangeClosed(0, StrangersSessions.MOST_OF_ALL)
                .mapToObj(one -> from("10.0.%d.%d".formatted(one / 250, one % 250))).toList();

        assertThat(all.getFirst().isInvalid()).isTrue();
        assertThat(all.subList(1, all.size())).noneMatch(MockHttpSession::isInvalid);
    }

    /** A few sources that hold all there is lose their own. */
    @Test
    void whoHoldsMuchMakesRoomForWhoHoldsLittle() {
        MockHttpSession honest = from("10.9.9.9");
        IntStream.range(0, StrangersSessions.MOST_OF_ALL).forEach(one -> from("10.1.0.%d".formatted(one % 20)));
        MockHttpSession other = from("10.9.9.10");

        assertThat(honest.isInvalid()).isFalse();
        assertThat(other.isInvalid()).isFalse();
    }

    @Test
    void whatHasEndedByItselfTakesNobodysPlace() {
        MockHttpSession first = from("2001:db8:1::1");
        List<MockHttpSession> ended = IntStream.range(1, StrangersSessions.MOST_OF_SITE)
                .mapToObj(line -> from("2001:db8:1:%x::1".formatted(line))).toList();
        ended.forEach(one -> sessions.sessionDestroyed(new HttpSessionEvent(one)));
        from("2001:db8:1:fff::1");

        assertThat(first.isInvalid()).isFalse();
    }

    private MockHttpSession from(String address) {
        MockHttpSession session = new MockHttpSession();
        sessions.came(NetworkSource.of(address), session);
        return session;
    }
}
