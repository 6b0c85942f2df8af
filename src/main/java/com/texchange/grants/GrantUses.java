package com.texchange.grants;

import com.texchange.common.CompanyId;

/** Whoever acts on licenses knows what was done under grants: the module that does so stands above this one and implements this. */
public interface GrantUses {

    /** What was done under the grant that is in force between two companies. Access is the caller's matter. */
    Done underCurrent(CompanyId supplier, CompanyId distributor);

    /** Operations that have changed something under a grant, and how many licenses they have changed. */
    record Done(int operations, int licenses) {
    }
}
