package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Position;
import com.texchange.common.Role;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.SessionInitListener;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.CannotCreateTransactionException;

/** Whose pages are closed when the feed tells of a change. */
class EndedSessionsTest {

    private static final long PATIENCE_MILLIS = 10_000;
    private final SignedInPerson person = new SignedInPerson(new Actor(AccountId.random(), "Ирина Поставкина",
            new EmailAddress("irina@example.com"), Set.of(Role.SUPPLIER), CompanyId.random(), Position.ADMINISTRATOR), "hash", "stamp");
    private final VaadinSession session = Mockito.mock(VaadinSession.class);
    private final SessionActivity activity = Mockito.mock(SessionActivity.class);
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final ChangeFeed feed = Mockito.mock(ChangeFeed.class);
    private final EndedSessions ended = new EndedSessions(activity, Mockito.mock(LeftTexts.class), feed);

    @BeforeEach
    void aPersonHasAPageOpen() {
        WrappedSession http = Mockito.mock(WrappedSession.class);
        Mockito.when(http.getAttribute(SignedInPerson.KEPT_AS)).thenReturn(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(person, null, List.of())));
        Mockito.when(session.getSession()).thenReturn(http);
        Mockito.when(feed.subscribe(Mockito.any())).thenAnswer(call -> {
            Consumer<Change> listener = call.getArgument(0);
            listeners.add(listener);
            return (Runnable) () -> listeners.remove(listener);
        });
        VaadinService service = Mockito.mock(VaadinService.class);
        Mockito.when(service.addSessionInitListener(Mockito.any())).thenAnswer(call -> {
            call.getArgument(0, SessionInitListener.class).sessionInit(new SessionInitEvent(service, session, Mockito.mock(VaadinRequest.class)));
            return null;
        });
        ended.serviceInit(new ServiceInitEvent(service));
        ended.start();
    }

    @AfterEach
    void nobodyIsTold() {
        ended.stop();
    }

    @Test
    void itIsAskedAgainWhetherASessionGoesOnIfTheDatabaseHasNotAnswered() {
        Mockito.when(activity.goesOn(person)).thenThrow(new CannotCreateTransactionException("no connection")).thenReturn(false);

        tell(person.actor().id());

        Mockito.verify(session, Mockito.timeout(PATIENCE_MILLIS)).access(Mockito.any());
        Mockito.verify(activity, Mockito.times(2)).goesOn(person);
    }

    @Test
    void aChangeOfAnotherAccountIsNoQuestion() {
        Mockito.when(activity.goesOn(person)).thenReturn(false);

        tell(AccountId.random());
        tell(person.actor().id());

        Mockito.verify(session, Mockito.timeout(PATIENCE_MILLIS)).access(Mockito.any());
        Mockito.verify(activity, Mockito.times(1)).goesOn(person);
    }

    private void tell(AccountId changed) {
        listeners.forEach(listener -> listener.accept(new Change(Change.Topic.ACCOUNTS, changed.toString())));
    }
}
