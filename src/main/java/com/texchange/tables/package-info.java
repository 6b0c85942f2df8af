/** Tables as people keep them: read from workbooks, text files and what is pasted, their columns recognized, and written. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package com.texchange.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
