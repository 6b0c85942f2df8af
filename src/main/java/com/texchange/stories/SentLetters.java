package com.texchange.stories;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.mail.LetterCopy;
import com.texchange.mail.Letters;
import com.texchange.registrations.Registrations;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the letters of a story as they were sent, without the secrets in their links: all to the operator's people, of the sales
 * department where it came to a registration, to a company those to its people or about it. Where such a letter went to somebody of
 * the other house whom the reader need not know, that person's name is left out.
 */
@Service
@Transactional(readOnly = true)
public class SentLetters {

    private final JdbcClient jdbc;
    private final StoryDeliveries deliveries;
    private final Letters letters;
    private final Registrations registrations;
    private final Accounts accounts;

    SentLetters(JdbcClient jdbc, StoryDeliveries deliveries, Letters letters, Registrations registrations, Accounts accounts) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.letters = letters;
        this.registrations = registrations;
        this.accounts = accounts;
    }

    /** Empty for a letter that the person may not read, that belongs to another story, or whose text is not kept. */
    public Optional<LetterCopy> open(OnboardingId onboarding, UUID delivery, Actor actor) {
        return StoryFacts.find(onboarding, jdbc).flatMap(facts -> {
            RegistrationId registration = registrations.latestFor(onboarding).orElse(null);
            return Stories.viewpoint(facts, registration != null, actor)
                    .flatMap(viewpoint -> open(facts, registration, delivery, viewpoint, actor));
        });
    }

    private Optional<LetterCopy> open(StoryFacts facts, @Nullable RegistrationId registration, UUID delivery,
            Viewpoint viewpoint, Actor actor) {
        StoryLetters reader = new StoryLetters(viewpoint, colleagues(actor, accounts), facts.invited());
        return deliveries.of(facts.id(), registration, viewpoint).stream()
                .filter(letter -> letter.id().equals(delivery) && reader.mayOpen(letter)).findFirst()
                .flatMap(letter -> reader.isNameless(letter) ? letters.namelessCopyOf(delivery) : letters.copyOf(delivery));
    }

    static Set<String> colleagues(Actor actor, Accounts accounts) {
        CompanyId company = actor.companyId();
        return company == null ? Set.of() : accounts.ofCompany(company).stream().map(AccountInfo::email)
                .map(Object::toString).collect(Collectors.toSet());
    }
}
