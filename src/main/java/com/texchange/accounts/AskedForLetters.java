package com.texchange.accounts;

import com.texchange.common.NetworkSource;
import com.texchange.common.RefusedException;
import com.vaadin.flow.server.VaadinRequest;
import org.springframework.stereotype.Component;

/**
 * How many letters people at one source may ask for without being signed in. To one address only a few go out in any case; this keeps
 * somebody from writing to many.
 */
@Component
public class AskedForLetters {

    private final TryBudgets budgets;

    AskedForLetters(TryBudgets budgets) {
        this.budgets = budgets;
    }

    /** @throws RefusedException if whoever is at this page has asked for too many */
    public void another() {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null) {
            another(NetworkSource.of(request.getRemoteAddr()));
        }
    }

    void another(NetworkSource source) {
        if (!budgets.take(TryBudget.LETTERS, source.site().orElse(source.line()))) {
            throw new RefusedException("accounts.tooManyLetters");
        }
    }
}
