package com.texchange.stories;

/** As whom a person reads an onboarding's story: decides words and detail. */
public enum Viewpoint {
    SUPPLIER, DISTRIBUTOR, SALES, PROCESS_MANAGER
}
