package com.texchange.common.ui;

import com.texchange.common.Role;
import java.util.Set;

/**
 * A page that concerns the person, e.g. own settings; as a bean it appears in the user menu.
 *
 * @param titleKey message key of its name
 * @param path     route, without a slash at the beginning
 * @param roles    who finds it there: everybody with one of them
 */
public record UserMenuEntry(String titleKey, String path, Set<Role> roles) {

    public UserMenuEntry {
        roles = Set.copyOf(roles);
    }
}
