package com.texchange.stories;

import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.mail.Delivery;
import com.texchange.mail.Letters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The letters that belong to an onboarding, and for the operator's people and the newcomer's company those of its registration. */
@Component
class StoryDeliveries {

    private final Letters letters;

    StoryDeliveries(Letters letters) {
        this.letters = letters;
    }

    /** What the sales department is told when it is late belongs to its registration; so does what the newcomer's colleagues are asked. */
    List<Delivery> of(OnboardingId id, @Nullable RegistrationId registration, Viewpoint viewpoint) {
        List<Delivery> all = new ArrayList<>(letters.deliveriesOf(id.value()));
        if (registration != null && viewpoint != Viewpoint.SUPPLIER) {
            all.addAll(letters.deliveriesOf(registration.value()));
        }
        return all;
    }
}
