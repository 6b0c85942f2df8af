/** The pages around sign-in, with a dialog that pages of other modules open before what decides about rights. */
@NamedInterface("ui")
@NullMarked
package com.texchange.accounts.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

