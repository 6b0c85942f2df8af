package com.texchange.common;

/**
 * What a person has read and changes as a whole was changed by somebody else meanwhile: it is to be read again first. Changes
 * nothing.
 */
public final class OutdatedException extends RefusedException {

    public OutdatedException(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }
}
