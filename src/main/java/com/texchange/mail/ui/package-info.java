/** The operator's page that shows the letters. */
@NullMarked
package com.texchange.mail.ui;

import org.jspecify.annotations.NullMarked;

