package com.texchange.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.EmailAddress;
import com.texchange.mail.Delivery;
import com.texchange.mail.Delivery.State;
import com.texchange.mail.DeliveryProblem;
import com.texchange.onboarding.ActivityKind;
import java.io.File;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each role may read of each kind of step and of each letter. */
class VisibilityTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String COLLEAGUE = "colleague@example.com";

    @ParameterizedTest
    @CsvSource({
        "INVITED, FULL, OUTSIDE, OUTSIDE",
        "RESENT, FULL, OUTSIDE, HIDDEN",
        "REMINDED, FULL, OUTSIDE, HIDDEN",
        "REVOKED, FULL, OUTSIDE, BRIEF",
        "REGISTRATION_REQUESTED, FULL, FULL, FULL",
        "ACCOUNT_OPENED, FULL, FULL, FULL",
        "COLLEAGUE_CONFIRMED, HIDDEN, FULL, OUTSIDE",
        "COLLEAGUE_CHECKED, HIDDEN, OUTSIDE, FULL",
        "FOLLOWED, OUTSIDE, FULL, HIDDEN",
        "ACCEPTED, OUTSIDE, FULL, HIDDEN",
        "DECLINED, OUTSIDE, FULL, HIDDEN",
        "DELEGATED, OUTSIDE, FULL, HIDDEN",
        "DELEGATION_WITHDRAWN, OUTSIDE, FULL, HIDDEN",
        "DELEGATION_CHANGED, OUTSIDE, FULL, HIDDEN",
        "DELEGATION_REFUSED, OUTSIDE, FULL, HIDDEN",
        "DELEGATION_ENDED, FULL, FULL, HIDDEN",
        "DELEGATION_ASKED, FULL, OUTSIDE, HIDDEN",
        "DELEGATION_ASK_WITHDRAWN, FULL, OUTSIDE, HIDDEN",
        "REJECTED, FULL, FULL, FULL",
        "PARTNERSHIP_ESTABLISHED, FULL, FULL, HIDDEN",
        "LICENSES_ORDERED, OUTSIDE, FULL, HIDDEN",
        "CONNECTED, FULL, FULL, HIDDEN",
        "ACCEPTED_ELSEWHERE, FULL, FULL, HIDDEN",
        "DECLINED_ELSEWHERE, FULL, FULL, HIDDEN",
        "EXPIRED, FULL, FULL, FULL"})
    void eachRoleIsToldOfAStep(ActivityKind kind, Visibility supplier, Visibility distributor, Visibility sales) {
        assertThat(Visibility.of(kind, Viewpoint.SUPPLIER)).isEqualTo(supplier);
        assertThat(Visibility.of(kind, Viewpoint.DISTRIBUTOR)).isEqualTo(distributor);
        assertThat(Visibility.of(kind, Viewpoint.SALES)).isEqualTo(sales);
        assertThat(Visibility.of(kind, Viewpoint.PROCESS_MANAGER)).isEqualTo(Visibility.FULL);
    }

    /** Told with the address, told without, or not told. */
    private enum Address {
        TOLD, WITHHELD, NOTHING
    }

    @ParameterizedTest
    @CsvSource({
        "invitation, invitee@example.com, TOLD, TOLD, TOLD",
        "invitation-reminder, invitee@example.com, TOLD, TOLD, TOLD",
        "invitation, wrong@example.com, TOLD, NOTHING, TOLD",
        "revoked, invitee@example.com, TOLD, TOLD, TOLD",
        "revoked, other@example.com, WITHHELD, NOTHING, TOLD",
        "revoked, colleague@example.com, TOLD, TOLD, TOLD",
        "joined, other@example.com, TOLD, NOTHING, TOLD",
        "accept-reminder, other@example.com, WITHHELD, TOLD, TOLD",
        "connect-reminder, other@example.com, WITHHELD, TOLD, TOLD",
        "revoked-confirmation, other@example.com, TOLD, NOTHING, TOLD",
        "declined, other@example.com, TOLD, NOTHING, TOLD",
        "expired, other@example.com, TOLD, NOTHING, TOLD",
        "rejected, other@example.com, TOLD, NOTHING, TOLD",
        "connected, colleague@example.com, TOLD, TOLD, TOLD",
        "connected, other@example.com, WITHHELD, NOTHING, TOLD",
        "registration-accepted, invitee@example.com, TOLD, TOLD, TOLD",
        "registration-rejected, invitee@example.com, TOLD, NOTHING, TOLD",
        "registration-asked, colleague@example.com, TOLD, TOLD, TOLD",
        "registration-widening, colleague@example.com, TOLD, TOLD, TOLD",
        "registration-widened, colleague@example.com, TOLD, TOLD, TOLD",
        "registration-overdue, sales@example.com, NOTHING, NOTHING, TOLD"})
    void eachRoleIsToldOfALetter(String template, String recipient, Address supplier, Address distributor,
            Address sales) {
        assertThat(told(template, recipient, Viewpoint.SUPPLIER)).isEqualTo(supplier);
        assertThat(told(template, recipient, Viewpoint.DISTRIBUTOR)).isEqualTo(distributor);
        assertThat(told(template, recipient, Viewpoint.SALES)).isEqualTo(sales);
        assertThat(told(template, recipient, Viewpoint.PROCESS_MANAGER)).isEqualTo(Address.TOLD);
    }

    private static Address told(String template, String recipient, Viewpoint reader) {
        List<StoryLine> lines = lines(reader, delivery(template, recipient, State.SENT, null, null));
        if (lines.isEmpty()) {
            return Address.NOTHING;
        }
        boolean withheld = ((StoryLetter) lines.getFirst()).recipient() == null;
        assertThat(lines.toString().contains(recipient)).isEqualTo(!withheld);
        return withheld ? Address.WITHHELD : Address.TOLD;
    }

    @Test
    void onlyProcessManagersReadTheMailServersWords() {
        Delivery failed = delivery("invitation", "invitee@example.com", State.FAILED,
                DeliveryProblem.BAD_ADDRESS, "550 5.1.1 No such user");

        for (Viewpoint reader : List.of(Viewpoint.SUPPLIER, Viewpoint.DISTRIBUTOR)) {
            assertThat(lines(reader, failed).toString()).doesNotContain("550").contains("BAD_ADDRESS");
        }
        assertThat(lines(Viewpoint.PROCESS_MANAGER, failed)).singleElement()
                .hasFieldOrPropertyWithValue("technical", "550 5.1.1 No such user");
    }

    /** Those to addresses that somebody has only typed belong to no story. */
    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void everyLetterOfARegistrationHasAName(String language) {
        ResourceBundle texts = ResourceBundle.getBundle("messages.stories", Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        File[] letters = new File("src/main/resources/templates/mail").listFiles((folder, name) ->
                name.startsWith("registration-") && name.endsWith(".html"));

        assertThat(letters).extracting(file -> file.getName().replace(".html", ""))
                .filteredOn(name -> !Set.of("registration-confirm", "registration-known", "registration-waiting").contains(name))
                .isNotEmpty().allSatisfy(name -> assertThat(texts.containsKey("stories.letterName." + name)).as(name).isTrue());
    }

    @Test
    void aReminderToSeveralWhoseAddressesAreWithheldIsOneLine() {
        assertThat(lines(Viewpoint.SUPPLIER, delivery("accept-reminder", "a@example.com", State.SENT, null, null),
                delivery("accept-reminder", "b@example.com", State.SENT, null, null))).hasSize(1);
    }

    private static List<StoryLine> lines(Viewpoint reader, Delivery... deliveries) {
        return new StoryLetters(reader, Set.of(COLLEAGUE), new EmailAddress("invitee@example.com")).lines(Arrays.asList(deliveries));
    }

    private static Delivery delivery(String template, String recipient, State state, DeliveryProblem problem,
            String error) {
        return new Delivery(UUID.randomUUID(), template, new EmailAddress(recipient), state, 1, problem, error, NOW,
                state == State.QUEUED ? NOW : null, state == State.QUEUED ? null : NOW, true);
    }
}
