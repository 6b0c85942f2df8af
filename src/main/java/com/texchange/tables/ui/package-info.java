/** Taking a table, showing how it was understood and letting that be changed; links to download one. */
@NamedInterface("ui")
@NullMarked
package com.texchange.tables.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
