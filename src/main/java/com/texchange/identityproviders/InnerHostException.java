package com.texchange.identityproviders;

import java.net.UnknownHostException;

/** A host that is not of the public Internet, and not one that the installation lists. */
class InnerHostException extends UnknownHostException {

    InnerHostException(String host) {
        super(host);
    }
}
