package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.ui.FormDialog;
import com.texchange.testing.ProductClasses;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A window that is asked for twice opens once, and what is typed is asked for before it goes: forms and questions go by the
 * classes that see to it.
 */
class WindowsTest {

    private static final Pattern QUESTION = Pattern.compile("new ConfirmDialog\\(");
    private static final Pattern FORM = Pattern.compile("(RecordBinder<|new (TextField|TextArea|EmailInput|PasswordField|DayPicker)\\()");
    private static final Pattern FIELD = Pattern.compile("new (TextField|TextArea|EmailInput|DayPicker)\\(");
    private static final Pattern ASKED_FOR =
            Pattern.compile("(new FormDialog\\(|FormDialog\\.asking\\(|FreshDialog\\.window\\(|"
                    + "RecordBinder<|\\bbinder\\.|new TypedForm\\(|UnsavedInput\\.guard\\()");
    private static final List<String> NOT_FORMS = List.of("TaskFilters.java", "FindLicense.java", "EnginePanel.java",
            "ColumnFilters.java", "SearchField.java", "JournalFilters.java", "SignInForm.java", "NewPasswordForm.java",
            "AuthenticatorSetup.java");
    private static final Pattern WINDOW = Pattern.compile("(new Dialog\\(|extends Dialog\\b)");

    @Test
    void questionsAreOpenedOnce() throws IOException {
        assertThat(sources(QUESTION)).isNotEmpty()
                .allSatisfy(source -> assertThat(Files.readString(source)).contains("openOnce("));
    }

    /** Whatever its class: a form sees to it itself. */
    @Test
    void everyOtherWindowIsOpenedByTheClassThatOpensItOnce() {
        assertThat(ProductClasses.all().stream().flatMap(type -> Stream.<JavaAccess<?>>concat(type.getMethodCallsFromSelf().stream(),
                type.getMethodReferencesFromSelf().stream())).filter(WindowsTest::opensWindow)
                .map(access -> access.getOriginOwner().getSimpleName()).collect(Collectors.toSet())).containsOnly("Windows", "FormDialog");
    }

    private static boolean opensWindow(JavaAccess<?> access) {
        JavaClass window = access.getTargetOwner();
        return access.getName().equals("open") && !window.isAssignableTo(FormDialog.class)
                && (window.isAssignableTo(Dialog.class) || window.isAssignableTo(ConfirmDialog.class));
    }

    @Test
    void windowsWithFieldsAreFormDialogs() throws IOException {
        assertThat(sources(WINDOW)).isNotEmpty().filteredOn(source -> !source.endsWith("FormDialog.java"))
                .allSatisfy(source -> assertThat(Files.readString(source)).doesNotContainPattern(FORM));
    }

    /** A field that turns red without a word is bound to nothing that says why; and what can be taken for another one is asked for. */
    @Test
    void addressesAreCheckedByTheirRecord() throws IOException {
        assertThat(sources(Pattern.compile("new EmailInput\\(")))
                .filteredOn(source -> List.of("SignInForm.java", "NewPasswordForm.java").stream().noneMatch(source::endsWith)).isNotEmpty()
                .allSatisfy(source -> assertThat(Files.readString(source)).contains("RecordBinder<"))
                // A link to set a password goes to an account's own address only.
                .filteredOn(source -> !source.endsWith("ForgotPasswordView.java"))
                .allSatisfy(source -> assertThat(Files.readString(source)).contains("DoubtfulAddress.ask("));
    }

    /** Search and filters stand in the address, and passwords are typed anew. */
    @Test
    void whatIsTypedIsAskedForBeforeItGoes() throws IOException {
        assertThat(sources(FIELD)).isNotEmpty().filteredOn(source -> NOT_FORMS.stream().noneMatch(source::endsWith))
                .allSatisfy(source -> assertThat(Files.readString(source)).containsPattern(ASKED_FOR));
    }

    private static List<Path> sources(Pattern what) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).filter(file -> {
                try {
                    return what.matcher(Files.readString(file)).find();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
        }
    }
}
