package com.texchange.process;

/** Application event: the engine answers again after it could not be reached. */
record EngineIsBack() {
}
