/** Lists of onboardings and the figures on home pages. */
@NullMarked
package com.texchange.overview.ui;

import org.jspecify.annotations.NullMarked;

