package com.texchange.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class TimedBodyTest {

    private static final String TEXT = "лицензия 😀\n";
    private static final Duration OVER = Duration.ofSeconds(-1);

    @Test
    void whatComesTooLateIsNotRead() {
        assertThatThrownBy(() -> new TimedBody(request(), OVER).getInputStream().read()).isInstanceOf(TimedBody.SlowBodyException.class);
        assertThatThrownBy(() -> new TimedBody(request(), OVER).getInputStream().readAllBytes())
                .isInstanceOf(TimedBody.SlowBodyException.class);
        assertThatThrownBy(() -> new TimedBody(request(), OVER).getReader().read()).isInstanceOf(TimedBody.SlowBodyException.class);
    }

    @Test
    void whatComesInTimeIsReadAsItIs() throws IOException {
        TimedBody inTime = new TimedBody(request(), Duration.ofMinutes(1));
        assertThat(inTime.getReader().readLine()).isEqualTo(TEXT.strip());
        assertThat(inTime.getReader().readLine()).as("the same reader").isNull();
        assertThat(new TimedBody(request(), Duration.ofMinutes(1)).getInputStream().readAllBytes()).asString(StandardCharsets.UTF_8)
                .isEqualTo(TEXT);
    }

    private static MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        request.setContent(TEXT.getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
