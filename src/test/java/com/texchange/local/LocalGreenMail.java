package com.texchange.local;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;

/** GreenMail with {@link Mailboxes} that cannot meet. */
final class LocalGreenMail extends GreenMail {

    LocalGreenMail(ServerSetup... servers) {
        super(servers);
    }

    Mailboxes mailboxes() {
        return (Mailboxes) getUserManager();
    }

    /** First called with the library's own managers, whose place is taken here; again at the start, with these. */
    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] servers, Managers known) {
        managers = known instanceof OwnManagers ? known : new OwnManagers();
        return super.createServices(servers, managers);
    }

    private static final class OwnManagers extends Managers {

        private final Mailboxes mailboxes = new Mailboxes(getImapHostManager());
        private final SmtpManager smtp = new SmtpManager(getImapHostManager(), mailboxes);

        @Override
        public UserManager getUserManager() {
            return mailboxes;
        }

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }
}
