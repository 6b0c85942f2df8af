/** The pages about connections: the grid in which a distributor connects its licenses, its devices, task forms; the question before an order. */
@NamedInterface("ui")
@NullMarked
package com.texchange.connections.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
