package com.texchange.accounts;

import com.texchange.common.CompanyId;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.mail.OperatorProperties;
import com.texchange.partners.Companies;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the administrators of a company, the new one too, that the operator has given it another one. Nobody can switch it off. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AdministratorLetters {

    private final KnownPeople people;
    private final Companies companies;
    private final Letters letters;
    private final OperatorProperties operator;

    AdministratorLetters(KnownPeople people, Companies companies, Letters letters, OperatorProperties operator) {
        this.people = people;
        this.companies = companies;
        this.letters = letters;
        this.operator = operator;
    }

    /** @param administrator stored as the new one, or invited to be it */
    void named(Account administrator, CompanyId company, String reason) {
        String name = companies.get(company).name();
        UUID occasion = UUID.randomUUID();
        people.administratorsOf(company, Accounts.MOST)
                .forEach(person -> letters.queue(new Letter("administrator-named/" + occasion + "/" + person.id(), "administrator-named",
                        person.email(), person.locale(), new Object[] {name}, Map.of("name", person.name(), "company", name,
                                "person", administrator.name(), "email", administrator.email().value(),
                                "invited", administrator.isInvited(), "reason", reason, "link", operator.link(Routes.PEOPLE)),
                        null).readBy(person.zone())));
    }
}
