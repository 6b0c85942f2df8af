package com.texchange.grants;

import com.texchange.common.CompanyId;
import com.texchange.common.GrantId;
import org.jspecify.annotations.Nullable;

/** Whoever acts on licenses knows what was done under grants: the module that does so stands above this one and implements this. */
public interface GrantUses {

    /** What was done under the grant that is in force between two companies. Access is the caller's matter. */
    Done underCurrent(CompanyId supplier, CompanyId distributor);

    /**
     * Operations that have changed something under a grant, and how many licenses they have changed under it.
     *
     * @param grantId null if none is in force
     */
    record Done(@Nullable GrantId grantId, int operations, int licenses) {

        public static final Done NONE = new Done(null, 0, 0);
    }
}
