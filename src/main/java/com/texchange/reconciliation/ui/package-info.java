/** The pages of reconciliations: the list that is compared, and what was found. */
@NullMarked
package com.texchange.reconciliation.ui;

import org.jspecify.annotations.NullMarked;
