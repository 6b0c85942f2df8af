package com.texchange.identityproviders;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Asks the strategy that the whole JVM has at the moment. Every application of Vaadin's that starts sets another one there; a server that has
 * begun before it would keep the earlier one in some of its filters, while others ask the JVM.
 */
final class HolderOfTheMoment implements SecurityContextHolderStrategy {

    @Override
    public void clearContext() {
        SecurityContextHolder.clearContext();
    }

    @Override
    public SecurityContext getContext() {
        return SecurityContextHolder.getContext();
    }

    @Override
    public void setContext(SecurityContext context) {
        SecurityContextHolder.setContext(context);
    }

    @Override
    public SecurityContext createEmptyContext() {
        return SecurityContextHolder.createEmptyContext();
    }
}
