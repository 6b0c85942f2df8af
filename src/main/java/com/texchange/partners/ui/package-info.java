/** The page about the person's own company. */
@NullMarked
package com.texchange.partners.ui;

import org.jspecify.annotations.NullMarked;

