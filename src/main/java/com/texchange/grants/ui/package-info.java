/** What pages of other modules embed of grants, and the form of the task about a request. */
@NamedInterface("ui")
@NullMarked
package com.texchange.grants.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
