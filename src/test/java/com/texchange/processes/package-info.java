/** The BPMN processes by themselves, with Camunda Process Test: every element and every sequence flow. */
@NullMarked
package com.texchange.processes;

import org.jspecify.annotations.NullMarked;
