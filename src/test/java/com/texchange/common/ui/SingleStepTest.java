package com.texchange.common.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.RefusedException;
import com.texchange.testing.ProductClasses;
import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleStepTest {

    private final List<String> taken = new ArrayList<>();

    @Test
    void isTakenOnceHoweverOftenItIsClicked() {
        Button button = SingleStep.on(new Button(), () -> taken.add("step"));

        button.click();
        button.click();

        assertThat(taken).hasSize(1);
        assertThat(button.isEnabled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void canBeTriedAgainWhereItFails(boolean refused) {
        Button button = SingleStep.on(new Button(), () -> {
            if (taken.isEmpty()) {
                taken.add("failed");
                throw refused ? new RefusedException("common.refused.reader") : new IllegalStateException("nobody expected this");
            }
            taken.add("step");
        });

        assertThatThrownBy(button::click).isInstanceOf(refused ? RefusedException.class : IllegalStateException.class);
        assertThat(button.isEnabled()).isTrue();
        button.click();

        assertThat(taken).containsExactly("failed", "step");
        assertThat(button.isEnabled()).isFalse();
    }

    @Test
    void everyButtonThatGoesDeadWithItsClickIsOneOfThese() {
        assertThat(ProductClasses.all().stream().flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getName().equals("setDisableOnClick"))
                .map(call -> call.getOriginOwner().getSimpleName()).collect(Collectors.toSet())).containsExactly("SingleStep");
    }
}
