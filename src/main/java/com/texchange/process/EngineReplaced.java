package com.texchange.process;

/**
 * The engine is another one than before, one that knows nothing: what is stored of its keys means nothing any more, and
 * may soon mean something else. Published in the transaction that notes it.
 */
public record EngineReplaced() {
}
