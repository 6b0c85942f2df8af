package com.texchange.identityproviders;

import com.texchange.accounts.SignIn;
import com.texchange.accounts.TriesElsewhere;
import com.texchange.common.CompanyId;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.TaxId;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds where the people of a company begin to sign in, for whoever knows its tax ID. Says nothing of persons. */
@Service
public class CompanyDoors {

    /** The parameter of an address that says through which company somebody was about to sign in. */
    public static final String COMPANY = "company";

    private final ProviderRows rows;
    private final TriesElsewhere tries;

    CompanyDoors(ProviderRows rows, TriesElsewhere tries) {
        this.rows = rows;
        this.tries = tries;
    }

    /** The host that the company's people sign in at, if they do: a browser that goes on is led there, and shows it. */
    public Optional<String> host(CompanyId company) {
        return rows.findOpen(company).map(StoredProvider::host);
    }

    /**
     * Where the browser of this page goes on.
     *
     * @param path where to go on after sign-in
     * @return relative to the application's root
     * @throws RefusedException if no company with this tax ID signs in so, which is one answer, or too many were tried
     */
    public String find(String taxId, Optional<String> path) {
        String source = Objects.requireNonNullElse(VaadinRequest.getCurrent() == null ? null : VaadinRequest.getCurrent().getRemoteAddr(), "");
        if (!tries.take(source)) {
            throw SignInRefusal.TOO_MANY_TRIES.refused();
        }
        StoredProvider provider = Optional.of(taxId.strip()).filter(TaxId::isValid).map(TaxId::new).flatMap(rows::findOpen)
                .orElseThrow(SignInRefusal.UNKNOWN_COMPANY::refused);
        tries.giveBack(source);
        return SignIn.keeping(Routes.of(Routes.COMPANY_SIGN_IN, provider.companyId()), path);
    }
}
