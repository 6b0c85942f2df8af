package com.texchange.common;

/**
 * What a person acts upon has ended, or was done by somebody else, since the person has read it: nothing that could be typed would change
 * that. Changes nothing.
 */
public final class TooLateException extends RefusedException {

    public TooLateException(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }
}
