package com.texchange.access;

import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.Passkeys;
import com.texchange.accounts.SecondFactors;
import com.texchange.batches.BatchId;
import com.texchange.batches.BatchKind;
import com.texchange.batches.BatchRow;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.GrantRequestId;
import com.texchange.common.LicenseId;
import com.texchange.common.LoadId;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.Position;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.GrantVersion;
import com.texchange.invitelists.InviteeColumn;
import com.texchange.journal.Journal;
import com.texchange.journal.JournalScope;
import com.texchange.licenses.LicenseColumn;
import com.texchange.licenses.LicenseInfo;
import com.texchange.onboarding.InvitationBatches;
import com.texchange.overview.OnboardingWindow;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyContacts;
import com.texchange.partners.CompanyName;
import com.texchange.process.FailedStep;
import com.texchange.process.ProcessSubject;
import com.texchange.reconciliation.Finding;
import com.texchange.reconciliation.ListColumn;
import com.texchange.reconciliation.ReconciliationId;
import com.texchange.tables.MappedTable;
import com.texchange.tables.TableFormat;
import com.texchange.testing.Requests;
import com.texchange.testing.Tables;
import com.texchange.testing.TestPeople;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.Sort;

/**
 * What a method is called with: by its parameters' types and names, always of the same business, so that a new method with parameters
 * of known kinds is called without a word here.
 */
class Arguments {

    private static final Locale RUSSIAN = Locale.of("ru");
    private static final String TEXT = "Проверка";
    private final Business business;
    private final ApplicationContext services;
    private final Caller caller;
    private final Method method;
    /** What a reader was handed, or what was written. */
    private final List<Object> handedOver = new ArrayList<>();
    private @Nullable ByteArrayOutputStream written;

    Arguments(Business business, ApplicationContext services, Caller caller, Method method) {
        this.business = business;
        this.services = services;
        this.caller = caller;
        this.method = method;
    }

    @Nullable Object[] all() {
        return Arrays.stream(method.getParameters()).map(this::value).toArray();
    }

    /** The result, or what came in its place. */
    @Nullable Object outcome(@Nullable Object result) {
        return written != null ? rows(written) : hasReader() ? handedOver : result;
    }

    boolean isVoid() {
        return method.getReturnType() == void.class && written == null && !hasReader();
    }

    private boolean hasReader() {
        return Arrays.asList(method.getParameterTypes()).contains(Consumer.class);
    }

    /** Without the heading. */
    private static List<String> rows(ByteArrayOutputStream table) {
        return table.toString(java.nio.charset.StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    private @Nullable Object value(Parameter parameter) {
        if (parameter.getType() == Actor.class) {
            return business.person(caller);
        }
        String place = method.getDeclaringClass().getSimpleName() + "." + method.getName() + "#" + parameter.getName();
        return switch (place) {
            case "AllLicenses.requests#selected", "SupplierLicenses.requests#selected" -> Map.of(business.distributors(), value(Selection.class, LicenseId.class));
            case "Findings.requests#finding" -> Finding.LIST_ONLY;
            case "TimeZones.change#seen" -> null;
            case "CompanyData.identify#seen" -> CompanyName.of(services.getBean(Companies.class).get(business.suppliers()));
            case "Batches.start#rows", "Batches.check#rows" -> List.of(row());
            case "RefusedConnections.resolve#id", "RefusedConnections.waitFor#id" -> business.refusedOrder;
            case "RefusedConnections.resolve#taskKey", "RefusedConnections.waitFor#taskKey" -> business.refusedTask;
            case "LicenseBlocking.history#id" -> business.blocked;
            case "Inbox.findDone#taskKey" -> business.doneTask;
            case "Batches.page#kinds", "Batches.count#kinds" -> InvitationBatches.KINDS;
            case "SentLetters.open#delivery" -> business.letter();
            case "Tasks.submitIfOffered#subjectId" -> business.accepting.value();
            case "Tasks.submitIfOffered#elementId" -> "Task_AcceptInvitation";
            default -> value(parameter.getParameterizedType(), parameter.getName(),
                    parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
        };
    }

    private static BatchRow row() {
        return BatchRow.waiting(1, null, TEXT, Map.of("name", TEXT, "email", TestPeople.anyEmail(), "language", "ru"));
    }

    private @Nullable Object value(Type type, String name, boolean nullable) {
        if (type instanceof ParameterizedType of) {
            return generic((Class<?>) of.getRawType(), of.getActualTypeArguments(), name);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == CompanyId.class) {
            return name.equals("distributor") ? business.distributors()
                    : name.equals("supplier") && nullable && caller.side() == Caller.Side.DISTRIBUTOR ? null : business.suppliers();
        }
        return nullable && plain != ZoneId.class ? null : value(plain, name);
    }

    private Object generic(Class<?> raw, Type[] of, String name) {
        if (raw == Consumer.class) {
            return (Consumer<Object>) handedOver::add;
        }
        if (raw == MappedTable.class) {
            return table((Class<?>) of[0]);
        }
        if (raw == Selection.class) {
            return value(raw, (Class<?>) of[0]);
        }
        if (raw == Map.class) {
            return Map.of();
        }
        if (of[0] == FailedStep.class || of[0] == com.texchange.connections.ConnectionOrderInfo.class) {
            return List.of();
        }
        Object one = of[0] == CompanyId.class ? business.distributors() : of[0] == Long.class ? taskKey() : value((Class<?>) of[0], name);
        return raw == Set.class ? Set.of(one) : List.of(one);
    }

    private Object value(Class<?> selection, Class<?> of) {
        return new Selection.Chosen<>(Set.of(value(of, "id")));
    }

    private Object table(Class<?> column) {
        if (column == InviteeColumn.class) {
            return Tables.of(InviteeColumn.class, "Название;E-mail\nООО Ромашка;%s%n".formatted(TestPeople.anyEmail()));
        }
        return column == LicenseColumn.class ? Tables.of(LicenseColumn.class, "%s;%s;Агент;1.0;;%n".formatted(TestPeople.anyTaxId(),
                TestPeople.anyActivationCode())) : Tables.of(ListColumn.class, business.list());
    }

    private Object value(Class<?> type, String name) {
        return switch (type.getSimpleName()) {
            case "int" -> name.equals("limit") ? 10 : name.equals("count") ? 10 : 0;
            case "long" -> taskKey();
            case "boolean" -> false;
            case "String" -> text(name);
            case "Locale" -> RUSSIAN;
            case "UUID" -> UUID.randomUUID();
            case "ZoneId" -> ZoneId.of("Europe/Moscow");
            case "LocalDate" -> LocalDate.now(ZoneId.of("Europe/Moscow")).minusWeeks(1);
            case "Instant" -> Instant.now().minus(Duration.ofHours(1));
            case "OutputStream" -> written();
            case "TableFormat" -> TableFormat.CSV;
            case "Sort" -> Sort.unsorted();
            case "Role" -> Role.SALES;
            case "Position" -> Position.READER;
            case "JournalScope" -> caller.side() == Caller.Side.OPERATOR ? JournalScope.ALL : JournalScope.COMPANY;
            case "Place" -> Journal.Place.first(0);
            case "EmailAddress" -> new EmailAddress(TestPeople.anyEmail());
            case "BatchKind" -> InvitationBatches.INVITE;
            case "GrantTerms" -> GrantTerms.ALL;
            case "GrantVersion" -> GrantVersion.NONE;
            case "OnboardingWindow" -> new OnboardingWindow(0, 10, 10, List.of());
            case "OrderRequest" -> Requests.of(OrderKind.CONNECT, business.suppliers(), business.distributors(), Set.of(business.license.id()));
            case "CompanyContacts" -> contacts();
            case "ProcessSubject" -> new ProcessSubject(ProcessSubject.Kind.ONBOARDING, business.connected.value());
            case "AskedPasskey" -> services.getBean(FreshSignIn.class).askPasskey(business.person(caller));
            case "NewPasskey" -> services.getBean(Passkeys.class).begin(business.person(caller));
            case "NewAuthenticator" -> services.getBean(SecondFactors.class).begin(business.person(caller));
            case "LicenseInfo" -> business.license;
            default -> id(type, name);
        };
    }

    private Object id(Class<?> type, String name) {
        boolean distributors = caller.side() == Caller.Side.DISTRIBUTOR;
        return switch (type.getSimpleName()) {
            case "AccountId" -> (method.getDeclaringClass().getSimpleName() + method.getName()).contains("Operator")
                    ? business.colleague(Caller.Side.OPERATOR).id()
                    : business.colleague(distributors ? Caller.Side.DISTRIBUTOR : Caller.Side.SUPPLIER).id();
            case "OnboardingId" -> distributors ? business.accepting : caller.side() == Caller.Side.SUPPLIER ? business.invited : business.connected;
            case "OrderId" -> distributors ? business.connectedOrder : business.suppliersOrder;
            case "LicenseId" -> business.license.id();
            case "RegistrationId" -> business.registration;
            case "GrantRequestId" -> business.grantRequest;
            case "BatchId" -> business.batch;
            case "LoadId" -> business.load;
            case "ReconciliationId" -> business.reconciliation;
            default -> made(type);
        };
    }

    /** A filter that lets everything pass, the first of some, or a record of what its parts are called. */
    private Object made(Class<?> type) {
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
                return read(field);
            }
        }
        if (!type.isRecord()) {
            throw new AssertionError("no sample of " + type + " for " + method);
        }
        RecordComponent[] parts = type.getRecordComponents();
        Object[] values = Arrays.stream(parts).map(part -> value(part.getGenericType(), part.getName(),
                part.getAnnotatedType().isAnnotationPresent(Nullable.class))).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object read(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private String text(String name) {
        return switch (name) {
            case "email", "address", "contactEmail" -> TestPeople.anyEmail();
            case "taxId" -> TestPeople.anyTaxId();
            case "contactPhone" -> "+7 999 123-45-67";
            case "words", "text", "typed" -> method.getName().equals("comment") ? TEXT : "";
            case "template" -> business.anyLetter();
            case "numberOrCode" -> business.license.number();
            case "agent" -> "Иван Агентов";
            case "list" -> "services";
            case "password" -> "none of anybody's phrases";
            default -> TEXT;
        };
    }

    private CompanyContacts contacts() {
        CompanyId company = business.person(caller).companyId();
        return company == null ? new CompanyContacts("", TEXT, "+7 999 123-45-67", TestPeople.anyEmail())
                : CompanyContacts.of(services.getBean(Companies.class).get(company));
    }

    private long taskKey() {
        return caller.side() == Caller.Side.OPERATOR ? business.salesTask : business.acceptTask;
    }

    private OutputStream written() {
        written = new ByteArrayOutputStream();
        return written;
    }
}
