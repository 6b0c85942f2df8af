package com.texchange.process;

/** Application event: the engine that answers is this installation's; may come again. */
record EngineRecognized() {
}
