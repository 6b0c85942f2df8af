package com.texchange.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.batches.Refusal;
import com.texchange.common.RefusedException;
import com.texchange.testing.ProductClasses;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a refusal is about is put into words by one class, which writes moments as the reader of the page does. */
class RefusalWordsTest {

    /** Others are no pages: what the engine shows, and what is kept of a row. */
    @Test
    void noPageTranslatesTheArgumentsOfARefusalByItself() {
        assertThat(ProductClasses.all().get(RefusedException.class).getMethod("arguments").getCallsOfSelf().stream()
                .map(call -> call.getOriginOwner().getName()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Notices.class.getName(), Refusal.class.getName(), "com.texchange.process.FailureWords");
    }
}
