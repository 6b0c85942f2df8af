package com.texchange.grants;

import com.texchange.common.GrantRequestId;
import com.texchange.grants.GrantChanged.Kind;
import com.texchange.grants.GrantRequest.State;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The automatic step of the process {@code grant-request}. It runs at least once; repeating it changes nothing. */
@Component
@Transactional
class GrantSteps {

    private final GrantRequestRows rows;
    private final Grants grants;
    private final GrantNews news;
    private final GrantLetters letters;
    private final Clock clock;

    GrantSteps(GrantRequestRows rows, Grants grants, GrantNews news, GrantLetters letters, Clock clock) {
        this.rows = rows;
        this.grants = grants;
        this.news = news;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Tells the outcome. It was set with the distributor's click, which has told of a grant; or now, if the task was done past
     * the application, as in Tasklist: then what was asked for is granted, or refused without a word, as it is once its end is past.
     *
     * @param granted what the task was completed with
     * @return whether it is granted
     */
    public boolean settle(GrantRequestId id, boolean granted) {
        GrantRequest request = rows.lock(id);
        if (request.is(State.OPEN)) {
            decideElsewhere(request, granted && !isOver(request));
            request = rows.get(id);
        }
        if (!request.processEnded()) {
            if (request.is(State.REFUSED)) {
                letters.refused(request);
            }
            rows.processEnded(id);
        }
        return request.is(State.GRANTED);
    }

    /** The application's forms let nobody allow what has ended already. */
    private boolean isOver(GrantRequest request) {
        return request.endsAt() != null && !request.endsAt().isAfter(clock.instant());
    }

    private void decideElsewhere(GrantRequest request, boolean granted) {
        rows.decide(request.id(), granted ? State.GRANTED : State.REFUSED, null, null);
        if (granted) {
            GrantRequest all = grants.inForce(request.supplierId(), request.distributorId()).map(request::besides).orElse(request);
            if (!grants.write(request.supplierId(), request.distributorId(), null, all.asked(), all.endsAt(), request.reason(), null)) {
                grants.inForce(request.supplierId(), request.distributorId()).ifPresent(grant -> news.unchanged(request, grant, null));
            }
        } else {
            news.tell(rows.get(request.id()), Kind.REFUSED, null);
        }
    }
}
