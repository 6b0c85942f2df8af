package com.texchange.invitelists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchId;
import com.texchange.batches.BatchRow;
import com.texchange.batches.BatchRowFilter;
import com.texchange.batches.Batches;
import com.texchange.batches.ui.RefusedRows;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.RefusedException;
import com.texchange.onboarding.InvitationBatches;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
import com.texchange.onboarding.Invited;
import com.texchange.onboarding.Journey;
import com.texchange.tables.Accounting;
import com.texchange.tables.MappedTable;
import com.texchange.tables.TableFormat;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Tables;
import com.texchange.testing.TestPeople;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
class InvitationListsIT {

    @Autowired
    InvitationLists lists;
    @Autowired
    Batches batches;
    @Autowired
    RefusedRows refusedRows;
    @Autowired
    FailedRows failedRows;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    JdbcClient jdbc;
    private Actor supplier;

    @BeforeEach
    void supplier() {
        supplier = people.supplier();
    }

    @Test
    void theCheckKnowsWhomTheSupplierKnows() {
        Actor partner = people.distributor(1);
        journey.connecting(supplier, partner);
        String invited = TestPeople.anyEmail();
        journey.invite(supplier, invited);
        String elsewhere = TestPeople.anyEmail();
        journey.invite(people.supplier(), elsewhere);

        List<ListedInvitee> rows = lists.check(table(String.join("\n", "Новый;" + TestPeople.anyEmail(),
                "Коллега;" + supplier.email(), "Приглашён;" + invited.toUpperCase(Locale.ROOT),
                "Чужой;" + elsewhere, "Партнёр;" + partner.email())), supplier);

        assertThat(rows).extracting(ListedInvitee::verdict).startsWith(Verdict.VALID, Verdict.OWN_ADDRESS,
                Verdict.UNDER_WAY, Verdict.VALID);
        assertThat(rows.get(2).detail()).matches("\\d{5}");
        assertThat(rows.get(4).verdict()).isIn(Verdict.PARTNER, Verdict.UNDER_WAY);
        assertThat(rows.get(4).detail()).matches("\\d{5}");
        assertThat(batches.count(InvitationBatches.KINDS, supplier)).isZero();
    }

    @Test
    void theFormsOfOneMailboxAreOneDistributor() {
        String name = TestPeople.anyEmail().split("@")[0];
        journey.invite(supplier, name + "1@почта-пример.рф");

        List<ListedInvitee> rows = lists.check(table(String.join("\n", "Склад;" + name + "1@xn----7sbqluigdjdo3d.xn--p1ai",
                "Два;" + name + "2@почта-пример.рф", "Три;" + name + "2@xn----7sbqluigdjdo3d.xn--p1ai")), supplier);

        assertThat(rows).extracting(ListedInvitee::verdict).containsExactly(Verdict.UNDER_WAY, Verdict.VALID,
                Verdict.REPEATED);
        assertThat(rows).extracting(ListedInvitee::email).allMatch(email -> email.endsWith("@почта-пример.рф"));
    }

    @Test
    void aCompanyThatIsKnownByItsTaxIdIsInvitedAnewOnlyIfAPersonSaysThatItIsAnother() {
        String taxId = TestPeople.anyTaxId();
        Invited known = invitations.invite(new InviteRequest("Ромашка", TestPeople.anyEmail(), taxId, null,
                Languages.RUSSIAN), supplier);
        String other = TestPeople.anyEmail();

        List<ListedInvitee> rows = lists.check(table("Ромашка-2;" + other + ";" + taxId), supplier);

        assertThat(rows).singleElement().extracting(ListedInvitee::verdict, ListedInvitee::detail, ListedInvitee::isDoubtful)
                .containsExactly(Verdict.TAX_ID_KNOWN, known.code().value(), true);
        BatchId id = lists.invite(rows.stream().map(ListedInvitee::confirmed).toList(), Languages.RUSSIAN, supplier);
        batches.startNow(id, supplier);
        assertThat(awaitFinished(id)).extracting(Batch::done, Batch::refused).containsExactly(1, 0);
        assertThat(jdbc.sql("select code from partnership where invitee_email = ?").param(other).query(String.class).single())
                .isNotEqualTo(known.code().value());
    }

    @Test
    void whatIsDoubtfulInTwoWaysIsConfirmedInBoth() {
        String taxId = TestPeople.anyTaxId();
        Invited known = invitations.invite(new InviteRequest("Ромашка", TestPeople.anyEmail(), taxId, null,
                Languages.RUSSIAN), supplier);
        // The second letter of the domain is a Cyrillic one.
        String lookalike = TestPeople.anyEmail().split("@")[0] + "@e\u0445ample.com";

        ListedInvitee row = lists.check(table("Ромашка-2;" + lookalike + ";" + taxId), supplier).getFirst();

        assertThat(row).extracting(ListedInvitee::verdict, ListedInvitee::detail)
                .containsExactly(Verdict.TAX_ID_KNOWN, known.code().value());
        assertThat(row.doubts()).extracting(ListedInvitee::verdict)
                .containsExactly(Verdict.TAX_ID_KNOWN, Verdict.EMAIL_DOUBTFUL);
        assertThat(row.confirmed()).extracting(ListedInvitee::detail, ListedInvitee::separate)
                .containsExactly("e\u0445ample", true);
        assertThat(row.confirmed().confirmed()).extracting(ListedInvitee::verdict, ListedInvitee::separate)
                .containsExactly(Verdict.VALID, true);
        assertThatThrownBy(() -> lists.invite(List.of(row.confirmed()), Languages.RUSSIAN, supplier))
                .isInstanceOf(RefusedException.class).hasMessage("batches.refused.empty");
    }

    @Test
    void aCompanyThatAnAccountBelongsToIsKnownAtAnyOfItsAddresses() {
        Actor partner = people.distributor(1);
        journey.connected(supplier, partner, 1);

        assertThat(lists.check(table("Партнёр;" + people.colleague(partner).email()), supplier))
                .extracting(ListedInvitee::verdict).containsExactly(Verdict.PARTNER);
    }

    @Test
    void aPartnerIsTold() {
        Actor partner = people.distributor(1);
        journey.connected(supplier, partner, 1);

        assertThat(lists.check(table("Партнёр;" + partner.email()), supplier)).extracting(ListedInvitee::verdict)
                .containsExactly(Verdict.PARTNER);
    }

    @Test
    void theValidRowsAreInvitedInTheirLanguages() {
        String russian = TestPeople.anyEmail();
        String english = TestPeople.anyEmail();
        BatchId id = lists.invite(lists.check(table("Ромашка;" + russian + ";;Казань;\nbroken\nDaisy;" + english
                + ";;London;en"), supplier), Languages.RUSSIAN, supplier);
        batches.startNow(id, supplier);

        Batch batch = awaitFinished(id);

        assertThat(batch).extracting(Batch::total, Batch::done, Batch::refused).containsExactly(2, 2, 0);
        assertThat(batches.rows(id, BatchRowFilter.NONE, 0, 10, supplier)).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(BatchRow.State.DONE);
            assertThat(row.subject()).isNotNull();
            assertThat(row.details().get(InvitationBatches.CODE)).matches("\\d{5}");
        });
        assertThat(batches.rows(id, new BatchRowFilter("казань РОМ", null), 0, 10, supplier)).extracting(BatchRow::label)
                .containsExactly("Ромашка");
        assertThat(batches.countRows(id, new BatchRowFilter(english, BatchRow.State.DONE), supplier)).isEqualTo(1);
        assertThat(batches.countRows(id, new BatchRowFilter("ромашка", BatchRow.State.REFUSED), supplier)).isZero();
        assertThat(jdbc.sql("""
                select p.invitee_email, o.language from onboarding o join partnership p on p.id = o.partnership_id
                 where o.supplier_id = ?
                """).param(supplier.companyId().value())
                .query((row, number) -> tuple(row.getString(1), row.getString(2))).list())
                .containsExactlyInAnyOrder(tuple(russian, "ru"), tuple(english, "en"));
    }

    @Test
    void whatWasRefusedCanBePutRightAndReadAgain() throws IOException {
        String email = TestPeople.anyEmail();
        BatchId id = lists.invite(lists.check(table("=Ромашка;" + email + ";;Казань\nЛютик;" + TestPeople.anyEmail()),
                supplier), Languages.ENGLISH, supplier);
        // Somebody was faster: what was valid is not any more.
        journey.invite(supplier, email);
        batches.startNow(id, supplier);
        Batch batch = awaitFinished(id);
        assertThat(batch).extracting(Batch::done, Batch::refused).containsExactly(1, 1);

        for (TableFormat format : TableFormat.values()) {
            for (Locale language : Languages.ALL) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                refusedRows.write(batch, supplier, format, language, out);

                assertThat(lists.check(Tables.of(InviteeColumn.class, out.toByteArray()), supplier)).singleElement()
                        .satisfies(row -> {
                            assertThat(row).extracting(ListedInvitee::name, ListedInvitee::email, ListedInvitee::city,
                                    ListedInvitee::verdict).containsExactly("=Ромашка", email, "Казань", Verdict.UNDER_WAY);
                            assertThat(row.locale()).isEqualTo(Languages.ENGLISH);
                        });
            }
        }
    }

    @Test
    void whatSomebodyCorrectsInASpreadsheetProgramLosesNothing() throws IOException {
        String taxId = "0105064587";
        List<ListedInvitee> checked = lists.check(table("=Ромашка;nonsense;" + taxId + ";№ 5;en\nЛютик;также;12;1E5;ru\nВерный;"
                + TestPeople.anyEmail()), supplier);
        ByteArrayOutputStream refused = new ByteArrayOutputStream();
        failedRows.write(checked, TableFormat.WORKBOOK, Languages.RUSSIAN, refused);
        ByteArrayOutputStream corrected = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(refused.toByteArray()))) {
            book.getSheetAt(0).getRow(1).getCell(1).setCellValue("a@example.com");
            book.getSheetAt(0).getRow(2).getCell(1).setCellValue("b@example.com");
            book.getSheetAt(0).getRow(2).getCell(2).setCellValue("");
            book.write(corrected);
        }

        MappedTable<InviteeColumn> again = Tables.of(InviteeColumn.class, corrected.toByteArray());

        assertThat(again.accounting()).isEqualTo(new Accounting(3, 2, 1, 0, 0));
        assertThat(lists.check(again, supplier)).extracting(ListedInvitee::name, ListedInvitee::email, ListedInvitee::taxId,
                ListedInvitee::city, ListedInvitee::language, ListedInvitee::verdict).containsExactly(
                tuple("=Ромашка", "a@example.com", taxId, "№ 5", "en", Verdict.VALID),
                tuple("Лютик", "b@example.com", "", "1E5", "ru", Verdict.VALID));
    }

    @Test
    void onlyASuppliersPeopleInvite() {
        Actor distributor = people.distributor(0);
        Actor other = people.supplier();
        BatchId id = lists.invite(lists.check(table("Ромашка;" + TestPeople.anyEmail()), supplier), Languages.RUSSIAN,
                supplier);

        assertThatThrownBy(() -> lists.check(table("Ромашка;a@example.com"), distributor))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(batches.find(id, other)).isEmpty();
        assertThat(batches.rows(id, BatchRowFilter.NONE, 0, 10, other)).isEmpty();
        assertThat(batches.count(InvitationBatches.KINDS, other)).isZero();
        Batch batch = batches.find(id, supplier).orElseThrow();
        assertThatThrownBy(() -> refusedRows.write(batch, other, TableFormat.CSV, Languages.ENGLISH, new ByteArrayOutputStream()))
                .isInstanceOf(AccessDeniedException.class);
        for (Actor stranger : List.of(other, distributor)) {
            assertThatThrownBy(() -> batches.undo(id, stranger)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> batches.startNow(id, stranger)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> batches.stop(id, stranger)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> batches.resume(id, stranger)).isInstanceOf(AccessDeniedException.class);
        }
        Actor colleague = people.colleague(supplier);
        assertThat(batches.find(id, colleague)).isPresent();
        batches.undo(id, colleague);
        assertThat(batches.find(id, supplier)).isEmpty();
    }

    @Test
    void aListWithoutAValidRowIsRefused() {
        List<ListedInvitee> rows = lists.check(table("Ромашка;no address"), supplier);

        assertThatThrownBy(() -> lists.invite(rows, Languages.RUSSIAN, supplier))
                .isInstanceOf(RefusedException.class).hasMessage("batches.refused.empty");
    }

    private static MappedTable<InviteeColumn> table(String text) {
        return Tables.of(InviteeColumn.class, text);
    }

    private Batch awaitFinished(BatchId id) {
        return await().until(() -> batches.find(id, supplier).orElseThrow(),
                batch -> batch.state() == Batch.State.FINISHED);
    }
}
