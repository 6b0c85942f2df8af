/** The pages about connections: the grid in which a distributor connects its licenses, its devices, task forms. */
@NullMarked
package com.texchange.connections.ui;

import org.jspecify.annotations.NullMarked;
