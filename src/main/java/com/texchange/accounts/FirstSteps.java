package com.texchange.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a first step that was taken some minutes ago still counts: what it was taken by may have been ended. */
@Component
class FirstSteps {

    private final List<FurtherSignIn> ways;
    private final BrowserTokens browsers;

    FirstSteps(List<FurtherSignIn> ways, BrowserTokens browsers) {
        this.ways = ways;
        this.browsers = browsers;
    }

    boolean count(HalfSignIn half) {
        return goOn(half.through()) && half.remembered().filter(series -> !browsers.isThere(series)).isEmpty();
    }

    /** @param known empty for who has shown nothing elsewhere */
    boolean goOn(Optional<KnownElsewhere> known) {
        return known.isEmpty() || ways.stream().anyMatch(way -> way.isOpen(known.get()));
    }
}
