package com.texchange.local;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.user.UserManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The owners of the mailboxes, a number each. The library's own ones name a mailbox by the 32-bit hash of its address: two
 * addresses of some ten thousand share one, and the second one's letters are refused for ever.
 */
final class Mailboxes extends UserManager {

    private final Map<String, GreenMailUser> byAddress = new LinkedHashMap<>();

    Mailboxes(ImapHostManager folders) {
        super(folders);
    }

    /** Made when the first letter or reader comes. */
    synchronized GreenMailUser of(String address) {
        GreenMailUser known = getUser(address);
        return known == null ? create(address, address, address) : known;
    }

    private GreenMailUser create(String email, String login, String password) {
        int number = byAddress.size() + 1;
        GreenMailUser owner = new UserImpl(email, login, password, getImapHostManager()) {
            @Override
            public String getQualifiedMailboxName() {
                return "mailbox-" + number;
            }
        };
        owner.create();
        byAddress.put(key(email), owner);
        return owner;
    }

    private static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public synchronized GreenMailUser getUser(String login) {
        return byAddress.get(key(login));
    }

    @Override
    public GreenMailUser getUserByEmail(String email) {
        return getUser(email);
    }

    /** Login and address are the same here, as everybody may read all letters. */
    @Override
    public synchronized GreenMailUser createUser(String email, String login, String password) throws UserException {
        if (hasUser(email)) {
            throw new UserException("There is a mailbox of " + email);
        }
        return create(email, login, password);
    }

    @Override
    public boolean hasUser(String login) {
        return getUser(login) != null;
    }

    @Override
    public synchronized Collection<GreenMailUser> listUser() {
        return List.copyOf(byAddress.values());
    }

    @Override
    public Stream<GreenMailUser> findUsers(Predicate<GreenMailUser> wanted) {
        return listUser().stream().filter(wanted);
    }

    /** A number must not be given twice. */
    @Override
    public void deleteUser(GreenMailUser owner) {
        throw new UnsupportedOperationException("mailboxes stay");
    }
}
