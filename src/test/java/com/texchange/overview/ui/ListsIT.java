package com.texchange.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchRow;
import com.texchange.batches.BatchRowFilter;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.onboarding.InvitationBatches;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.overview.OnboardingRow;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.QueryParameters;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ListsIT extends Page {

    private static final String ADDRESS = "exchange/distributors";
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    Batches batches;
    private final String email = TestPeople.anyEmail();
    private Actor supplier;
    private OnboardingId invited;
    private OnboardingId revoked;

    @BeforeEach
    void invite() {
        supplier = people.supplier();
        invited = journey.invite(supplier, email);
        revoked = journey.invite(supplier, TestPeople.anyEmail());
        invitations.revoke(revoked, "По ошибке", supplier);
    }

    @Test
    void theAddressSaysWhatIsShown() {
        SignedIn.as(supplier, "ru");
        visit(ADDRESS + "?stage=REVOKED");
        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(test(grid()).getRow(0).id()).isEqualTo(revoked);
        assertThat(words()).contains("Найдено: 1");

        visit(ADDRESS + "?text=" + email.substring(0, email.indexOf('@')));
        assertThat(test(grid()).getRow(0).id()).isEqualTo(invited);
        assertThat(find(TextField.class).single().getValue()).isNotEmpty();

        visit(ADDRESS + "?age=30");
        assertThat(test(grid()).size()).isZero();
        visit(ADDRESS + "?stage=NONSENSE&age=-1&text=");
        assertThat(test(grid()).size()).isEqualTo(2);
    }

    @Test
    void whatIsChosenGoesIntoTheAddressAndStaysWhenARowIsOpened() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        test(find(TextField.class).single()).setValue("100%");
        assertThat(address()).isEqualTo(ADDRESS + "?text=100%25");
        assertThat(test(grid()).size()).isZero();

        visit(ADDRESS + "?stage=INVITED");
        test(grid()).clickRow(0);
        assertThat(address()).isEqualTo(ADDRESS + "/" + invited + "?stage=INVITED");
        assertThat(find(OnboardingDetailsPanel.class).exists()).isTrue();
        assertThat(find(Select.class).all()).anyMatch(select -> select.getValue() != null);
    }

    @Test
    void theOrderStandsInTheAddressBesideAllElse() {
        SignedIn.as(supplier, "ru");
        visit(ADDRESS + "?sort=-code");
        List<String> codes = List.of(test(grid()).getRow(0).code().value(), test(grid()).getRow(1).code().value());
        assertThat(codes).isSortedAccordingTo(Comparator.reverseOrder());
        visit(ADDRESS + "?sort=nonsense");
        assertThat(grid().getSortOrder()).isEmpty();

        visit(ADDRESS + "?stage=INVITED&sort=code");
        test(grid()).clickRow(0);
        assertThat(address()).isEqualTo(ADDRESS + "/" + invited + "?stage=INVITED&sort=code");
        test(grid()).sortByColumn("city", SortDirection.DESCENDING);
        assertThat(address()).isEqualTo(ADDRESS + "/" + invited + "?stage=INVITED&sort=-city");
        assertThat(find(OnboardingDetailsPanel.class).exists()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Выбрано: 2, Напомнить (1), Напомнить можно: 1 из 2, Напоминания, Пока ничего не отправлено",
        "en, Selected: 2, Remind (1), 1 of 2 can be reminded, Reminders, Nothing has been sent yet"})
    void theSelectedAreReminded(String language, String selected, String remind, String possible, String title,
            String waits) {
        SignedIn.as(supplier, language);
        open(ADDRESS);
        assertThat(find(SelectionBar.class).exists()).isFalse();
        grid().select(test(grid()).getRow(0));
        grid().select(test(grid()).getRow(1));
        assertThat(words()).contains(selected);

        click(remind);
        assertThat(find(ConfirmDialog.class).single().getElement().getProperty("message")).startsWith(possible);
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(words()).contains(title, waits);
        assertThat(address()).startsWith(ADDRESS + "/import/");
        Batch batch = batches.page(InvitationBatches.KINDS, 0, 1, supplier).getFirst();
        assertThat(batch.total()).isEqualTo(1);
        batches.undo(batch.id(), supplier);
    }

    @Test
    void allThatMatchAreRevokedWithOneReason() {
        SignedIn.as(supplier, "ru");
        visit(ADDRESS + "?stage=INVITED");
        grid().select(test(grid()).getRow(0));
        click("Выбрать все найденные");
        assertThat(words()).contains("Выбраны все найденные: 1");

        click("Отозвать (1)");
        click("Отозвать");
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        test(find(TextArea.class).single()).setValue("Сеть закрыта");
        click("Отозвать");

        assertThat(words()).contains("Отзыв приглашений", "Причина: Сеть закрыта");
        click("Отменить");
        assertThat(batches.count(InvitationBatches.KINDS, supplier)).isZero();
        assertThat(address()).isEqualTo(ADDRESS + "/import");
    }

    @Test
    void ofAllThatMatchSomeCanBeLeftOut() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        grid().select(test(grid()).getRow(0));
        click("Выбрать все найденные");
        assertThat(words()).contains("Выбраны все найденные: 2", "Напомнить (1)");
        assertThat(grid().getSelectionModel().isSelected(row(revoked))).isTrue();

        grid().deselect(row(invited));
        assertThat(words()).contains("Выбрано: 1 (все найденные, кроме 1)", "Напомнить (0)");
        assertThat(grid().getSelectionModel().isSelected(row(invited))).isFalse();
        grid().select(row(invited));
        assertThat(words()).contains("Выбраны все найденные: 2");

        grid().deselect(row(revoked));
        click("Напомнить (1)");
        test(find(ConfirmDialog.class).single()).confirm();
        Batch batch = batches.page(InvitationBatches.KINDS, 0, 1, supplier).getFirst();
        assertThat(batches.rows(batch.id(), BatchRowFilter.NONE, 0, 10, supplier)).extracting(BatchRow::subject)
                .containsExactly(invited.value());
        batches.undo(batch.id(), supplier);
    }

    @Test
    void whoLeavesOutAllHasChosenNothing() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        grid().select(row(invited));
        click("Выбрать все найденные");

        grid().deselect(row(invited));
        grid().deselect(row(revoked));

        assertThat(find(SelectionBar.class).exists()).isFalse();
        assertThat(grid().getSelectionModel().isSelected(row(invited))).isFalse();
    }

    @Test
    void whoConfirmsAfterAllThatWasSelectedHasLeftTheListIsTold() {
        SignedIn.as(supplier, "ru");
        visit(ADDRESS + "?stage=INVITED");
        grid().select(test(grid()).getRow(0));
        click("Выбрать все найденные");
        SelectionBar bar = find(SelectionBar.class).single();
        click("Напомнить (1)");

        invitations.revoke(invited, "По ошибке", supplier);
        until(() -> !bar.isVisible());
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(notices()).anySatisfy(notice -> assertThat(notice).contains("уже ничего не осталось"));
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(batches.count(InvitationBatches.KINDS, supplier)).isZero();
    }

    private OnboardingRow row(OnboardingId id) {
        return IntStream.range(0, test(grid()).size()).mapToObj(line -> test(grid()).getRow(line))
                .filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void anotherSearchIsAnotherSelection() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        grid().select(test(grid()).getRow(0));
        click("Выбрать все найденные");

        test(find(TextField.class).single()).setValue(email);

        assertThat(find(SelectionBar.class).exists()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ru, Скачать список", "en, Download the list"})
    void aProcessManagerFindsAnyOnboardingByTheAddress(String language, String export) {
        SignedIn.as(people.processManager(), language);
        visit("onboardings?stage=INVITED&text=" + email);

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(words()).contains(export);
        assertThat(find(SelectionBar.class).exists()).isFalse();
    }

    /** With the part after the question mark as parameters. */
    private static void visit(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts[1]));
    }

    private OnboardingGrid grid() {
        return find(OnboardingGrid.class).single();
    }

    private static String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }
}
