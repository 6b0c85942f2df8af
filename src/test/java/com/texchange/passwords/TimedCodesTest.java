package com.texchange.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimedCodesTest {

    /** Of the samples in RFC 6238, appendix B, the last six of their eight digits. */
    private static final byte[] SAMPLE = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    void codesAreThoseOfTheStandard() {
        assertThat(TimedCodes.code(SAMPLE, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(TimedCodes.code(SAMPLE, Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
        assertThat(TimedCodes.code(SAMPLE, Instant.ofEpochSecond(20_000_000_000L))).isEqualTo("353130");
    }

    @Test
    void aCodeIsGoodAStepBeforeAndAfterAndNoLonger() {
        Instant now = Instant.ofEpochSecond(1_700_000_010);
        for (int away = -2; away <= 2; away++) {
            String code = TimedCodes.code(SAMPLE, now.plusSeconds(30L * away));
            assertThat(TimedCodes.step(SAMPLE, code, now).isPresent()).as("%s steps away", away).isEqualTo(Math.abs(away) <= 1);
        }
        assertThat(TimedCodes.step(SAMPLE, "", now)).isEmpty();
        assertThat(TimedCodes.step(SAMPLE, "abc".repeat(10_000), now)).isEmpty();
    }

    @Test
    void anAppReadsWhoseCodesItMakes() {
        assertThat(TimedCodes.uri(SAMPLE, "a+b@example.com"))
                .isEqualTo("otpauth://totp/T-Exchange:a%2Bb%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=T-Exchange");
    }
}
