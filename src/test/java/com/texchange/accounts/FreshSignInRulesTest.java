package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.accounts.ui.FreshDialog;
import com.texchange.audit.AuditKind;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.testing.ProductClasses;
import com.texchange.testing.ServiceMethods;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever decides about people, roles, factors, addresses or grants shows first who it is. Found by what is recorded, so that a new
 * service is found too.
 */
class FreshSignInRulesTest {

    private static final Set<AuditKind> ASKED_FOR = EnumSet.of(AuditKind.COLLEAGUE_INVITED, AuditKind.POSITION_CHANGED, AuditKind.ROLES_CHANGED,
            AuditKind.PERSON_ON, AuditKind.PERSON_OFF, AuditKind.PERSON_ERASED, AuditKind.COMPANY_ON, AuditKind.COMPANY_OFF,
            AuditKind.FACTOR_ADDED, AuditKind.FACTOR_REMOVED, AuditKind.FACTOR_CODES_RENEWED, AuditKind.PASSWORD_CHANGING,
            AuditKind.ADDRESS_ASKED, AuditKind.PROVIDER_CHANGED, AuditKind.PROVIDER_ON, AuditKind.PROVIDER_OFF, AuditKind.PROVIDER_REMOVED,
            AuditKind.IDENTITY_FORGOTTEN, AuditKind.REGISTRATION_CONFIRMED);
    private static final Set<String> WRITING_GRANTS = Set.of("insert", "change");

    @Test
    void whoDecidesAboutPeopleAndGrantsShowsFirstWhoItIs() {
        Set<String> deciding = ServiceMethods.changing().filter(ServiceMethods::isOfPerson).filter(FreshSignInRulesTest::decides)
                .map(ServiceMethods::name).collect(Collectors.toSet());
        Set<String> forgotten = ServiceMethods.changing().filter(ServiceMethods::isOfPerson).filter(FreshSignInRulesTest::decides)
                .filter(method -> !ServiceMethods.comesTo(method, FreshSignInRulesTest::asks)).map(ServiceMethods::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(deciding).contains("OperatorPeople.give", "OperatorPeople.removeFactor", "CompanyPeople.enable", "PeopleOfCompanies.appoint",
                "SecondFactors.remove", "OwnProfile.changeAddress", "Grants.change", "CompanySwitch.turn", "PersonalData.eraseOfOperator",
                "IdentityProviders.save", "IdentityProviders.turn", "IdentityProviders.remove", "IdentityProviders.forget", "Confirmations.confirm",
                "Confirmations.confirmChecked", "Confirmations.approveChecked");
        assertThat(forgotten).isEmpty();
    }

    /** It may be open for longer than a proof holds. What is refused then is refused again and again, and what was typed is lost. */
    @Test
    void aWindowAsksWhoItIsWhenItActsAndNotWhenItOpens() {
        Set<String> asking = askingFirst().map(FreshSignInRulesTest::name).collect(Collectors.toSet());
        Set<String> lost = askingFirst().flatMap(unit -> Stream.concat(Stream.of(unit), ServiceMethods.called(unit))
                .filter(FreshSignInRulesTest::isOfPage).filter(FreshSignInRulesTest::opensWithoutAsking)
                .map(window -> name(unit) + " opens " + name(window))).collect(Collectors.toCollection(TreeSet::new));

        assertThat(asking).contains("SingleSignOnView.turn", "PeopleView.actsOn", "ConfirmColleagueForm.confirm", "GrantDialog.show");
        assertThat(lost).isEmpty();
    }

    private static Stream<JavaCodeUnit> askingFirst() {
        return ProductClasses.all().stream().map(JavaClass::getCodeUnits).flatMap(Set::stream).filter(FreshSignInRulesTest::isOfPage)
                .filter(unit -> calls(unit, FreshDialog.class, "then") || unit.getMethodCallsFromSelf().stream()
                        .flatMap(call -> call.getTarget().resolveMember().stream()).anyMatch(called -> called.getOwner().equals(unit.getOwner())
                                && takesStep(called) && calls(called, FreshDialog.class, "then")));
    }

    /** One that a class has for its own steps. */
    private static boolean takesStep(JavaMethod method) {
        return method.getRawParameterTypes().size() == 1 && method.getRawParameterTypes().getFirst().isEquivalentTo(Runnable.class);
    }

    /** The compiler's own method, which makes lambdas of a form from bytes, does nothing of what they do. */
    private static boolean isOfPage(JavaCodeUnit unit) {
        String place = unit.getOwner().getPackageName();
        return !unit.getName().equals("$deserializeLambda$") && place.endsWith(".ui") && !place.equals(FormDialog.class.getPackageName()) && !unit.getOwner().isEquivalentTo(FreshDialog.class);
    }

    private static boolean opensWithoutAsking(JavaCodeUnit unit) {
        boolean opens = Stream.of(FormDialog.class, ReasonDialog.class)
                .anyMatch(window -> calls(unit, window, JavaConstructor.CONSTRUCTOR_NAME, "asking"));
        boolean asks = calls(unit, FreshDialog.class, "window") || calls(unit, ReasonDialog.class, "first")
                || calls(unit, FormDialog.class, "asking") && calls(unit, FreshDialog.class, "then");
        return opens && !asks;
    }

    private static boolean calls(JavaCodeUnit unit, Class<?> owner, String... names) {
        return ServiceMethods.called(unit).anyMatch(called -> called.getOwner().isEquivalentTo(owner) && List.of(names).contains(called.getName()));
    }

    private static String name(JavaCodeUnit unit) {
        return unit.getOwner().getSimpleName() + "." + unit.getName();
    }

    private static boolean decides(JavaMethod method) {
        return ServiceMethods.comesTo(method, FreshSignInRulesTest::records);
    }

    private static boolean records(JavaCodeUnit unit) {
        boolean writesGrant = unit.getOwner().getSimpleName().equals("GrantRows") && WRITING_GRANTS.contains(unit.getName());
        boolean confirms = unit.getOwner().getSimpleName().equals("Registration") && unit.getName().equals("confirm");
        return writesGrant || confirms || unit.getFieldAccesses().stream().anyMatch(access -> {
            String name = access.getTarget().getName();
            return access.getTarget().getOwner().isEquivalentTo(AuditKind.class)
                    && ASKED_FOR.stream().anyMatch(kind -> kind.name().equals(name))
                    || access.getTarget().getOwner().isEquivalentTo(FactorChange.Kind.class) && !name.equals(FactorChange.Kind.CODE_USED.name())
                            && !name.equals("recorded");
        });
    }

    private static boolean asks(JavaCodeUnit unit) {
        return unit.getOwner().isEquivalentTo(CurrentPerson.class) && unit.getName().equals("requireFresh")
                || unit.getOwner().isEquivalentTo(PersonProof.class) && unit.getName().equals("requirePassword");
    }
}
