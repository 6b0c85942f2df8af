/** The pages about connections: the grid in which a distributor connects its licenses, windows for orders, task forms. */
@NamedInterface("ui")
@NullMarked
package com.texchange.connections.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
