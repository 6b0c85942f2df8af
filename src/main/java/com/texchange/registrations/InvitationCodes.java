package com.texchange.registrations;

import com.texchange.common.DistributorCode;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.TaxId;
import java.util.List;

/** With which code somebody was invited who asks to be registered: the module that invites knows it, and uses this one. */
public interface InvitationCodes {

    /** @throws java.util.NoSuchElementException if there is no such onboarding */
    DistributorCode of(OnboardingId onboarding);

    /**
     * The name of who invited.
     *
     * @throws java.util.NoSuchElementException if there is no such onboarding
     */
    String supplierOf(OnboardingId onboarding);

    /**
     * A live invitation that reaches whoever asks to be registered.
     *
     * @param supplier name of who invited
     * @param email    that the invitation went to
     */
    record Live(OnboardingId onboarding, String supplier, DistributorCode code, EmailAddress email) {
    }

    /** The live invitations to an address, or to a company with the tax ID, as far as the suppliers have told it; at most 5. */
    List<Live> live(EmailAddress email, TaxId taxId);
}
