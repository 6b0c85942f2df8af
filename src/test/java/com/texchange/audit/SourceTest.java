package com.texchange.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.RemoteAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void whatIsDoneForAPageOnAnotherThreadComesFromWhereThePageDoes() throws Exception {
        List<Optional<String>> sources = new ArrayList<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            RemoteAddress.handingOn("203.0.113.7", () -> sources.add(Source.current())).run();
            RemoteAddress.handingOn(null, () -> sources.add(Source.current())).run();
            sources.add(Source.current());
        });
        thread.join();

        assertThat(sources).containsExactly(Optional.of("203.0.113.7"), Optional.empty(), Optional.empty());
    }
}
