package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MdmIdTest {

    private static final UUID ID = UUID.fromString("6f9619ff-8b86-d011-b42d-00c04fc964ff");

    @ParameterizedTest
    @ValueSource(strings = {"6f9619ff-8b86-d011-b42d-00c04fc964ff", "{6F9619FF-8B86-D011-B42D-00C04FC964FF}", "6f9619ff8b86d011b42d00c04fc964ff",
        "{6f9619ff8b86d011b42d00c04fc964ff}", "6f9619ff–8b86–d011–b42d–00c04fc964ff", " 6f9619ff\u20118b86\u2011d011\u2011b42d\u201100c04fc964ff\u200b "})
    void howeverItIsWrittenItIsRead(String text) {
        assertThat(MdmId.read(text)).contains(ID);
        assertThat(MdmId.clean(text)).isEqualTo(ID.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xyz", "6f9619ff", "1-1-1-1-1", "{6f9619ff-8b86-d011-b42d-00c04fc964ff", "6f9619ff-8b86-d011-b42d-00c04fc964fg"})
    void whatIsNoneIsNone(String text) {
        assertThat(MdmId.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"6f9619ff8b86, 6f9619ff8b86", "6F9619FF-8B86, 6f9619ff8b86", "{6f96, 6f96", "ff–8b, ff8b"})
    void aPartIsItsDigits(String text, String digits) {
        assertThat(MdmId.digits(text)).contains(digits);
    }

    @Test
    void whatCanBeInNoneHasNoDigits() {
        assertThat(MdmId.digits("xyz")).isEmpty();
        assertThat(MdmId.digits("6f96 xyz")).isEmpty();
        assertThat(MdmId.digits("-")).isEmpty();
    }
}
