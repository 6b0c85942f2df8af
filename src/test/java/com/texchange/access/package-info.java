/**
 * Who may do what: two tables beside this package's tests, {@code access/services.txt} and {@code access/pages.txt}, declare it for
 * every method and every address; the tests call and open all of them as everybody, and compare what happened.
 */
@NullMarked
package com.texchange.access;

import org.jspecify.annotations.NullMarked;
