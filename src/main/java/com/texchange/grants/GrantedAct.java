package com.texchange.grants;

/** What a supplier may be allowed to do with a distributor's licenses. */
public enum GrantedAct {
    CONNECT, DISCONNECT, MOVE
}
