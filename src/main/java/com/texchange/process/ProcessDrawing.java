package com.texchange.process;

import java.util.Map;

/**
 * A process as it is drawn, in one language.
 *
 * @param bpmn  the BPMN file
 * @param names of its tasks and events by their ids, in the file's order; gateways and flows only lead from one to another
 */
public record ProcessDrawing(String bpmn, Map<String, String> names) {
}
