/** The page of the journal. */
@NullMarked
package com.texchange.journal.ui;

import org.jspecify.annotations.NullMarked;
