package com.texchange.grants;

import com.texchange.grants.GrantChanged.Kind;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ends of grants. A grant that has ended is not in force at once, for whoever asks; here it is closed, and told.
 */
@Component
@Transactional
class GrantEnds {

    static final int BATCH = 50;

    private final GrantRows rows;
    private final GrantNews news;
    private final GrantLetters letters;

    GrantEnds(GrantRows rows, GrantNews news, GrantLetters letters) {
        this.rows = rows;
        this.news = news;
        this.letters = letters;
    }

    /** @return how many were closed; fewer than {@link #BATCH} when none is left */
    public int endBatch() {
        List<LicenseGrant> over = rows.lockOver(BATCH);
        over.forEach(this::end);
        return over.size();
    }

    /**
     * Reminds both companies 30, 7 and 1 days before the end, of each once. Of those that nobody could write in time, as when
     * the application did not run, the last one is written.
     *
     * @return how many grants were told of; fewer than {@link #BATCH} when none is left
     */
    public int remindBatch() {
        int told = 0;
        for (int days : GrantRows.REMINDERS) {
            List<LicenseGrant> ending = rows.markReminded(days, BATCH - told);
            ending.forEach(grant -> letters.ending(grant, days));
            told += ending.size();
        }
        return told;
    }

    /** Closes one that is locked and over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(LicenseGrant grant) {
        rows.end(grant.id());
        news.tell(grant, Kind.ENDED, null);
    }
}
