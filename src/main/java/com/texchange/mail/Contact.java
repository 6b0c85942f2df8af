package com.texchange.mail;

import com.texchange.common.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whom the reader of a letter can ask, and who gets the answers to it.
 *
 * @param company on whose behalf the letter is
 * @param name    of a person, as far as it is known, like the rest
 */
public record Contact(String company, @Nullable String name, @Nullable String phone, @Nullable EmailAddress email) {
}
