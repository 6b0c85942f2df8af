package com.texchange.identityproviders;

import java.net.UnknownHostException;

/** Nobody has said in time where a name leads. */
class SlowNameException extends UnknownHostException {

    SlowNameException(String host) {
        super(host + " was not looked up in time");
    }
}
