package com.texchange.connections;

/** @param reasonKey message key of the reason */
public record RefusedLicense(String number, String reasonKey) {
}
