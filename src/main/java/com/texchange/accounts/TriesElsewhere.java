package com.texchange.accounts;

import com.texchange.common.NetworkSource;
import org.springframework.stereotype.Component;

/**
 * How often people at one source may come back from elsewhere without having signed in, and look for a company; and how often one company may
 * do what asks another server. These are no guesses at passwords: who fails here can still sign in by one.
 */
@Component
public class TriesElsewhere {

    private final TryBudgets budgets;

    TriesElsewhere(TryBudgets budgets) {
        this.budgets = budgets;
    }

    /**
     * One more, which is to be {@linkplain #giveBack given back} if it comes to something.
     *
     * @param address of the browser, as the servlet container tells it
     * @return whether there was one left
     */
    public boolean take(String address) {
        return budgets.take(TryBudget.ELSEWHERE, key(address));
    }

    /**
     * The same for who comes back and has not gone there from this browser: any page of another site can have its visitors do that, which is not
     * to cost those who have.
     */
    public boolean takeUnbegun(String address) {
        return budgets.take(TryBudget.ELSEWHERE, "unbegun " + key(address));
    }

    public void giveBack(String address) {
        budgets.giveBack(TryBudget.ELSEWHERE, key(address));
    }

    /**
     * One more act for which another server is asked, be it several times.
     *
     * @param owner for whom it is
     * @return whether there was one left
     */
    public boolean takeCall(Object owner) {
        return budgets.take(TryBudget.SERVERS, owner.toString());
    }

    private static String key(String address) {
        NetworkSource source = NetworkSource.of(address);
        return source.site().orElse(source.line());
    }
}
