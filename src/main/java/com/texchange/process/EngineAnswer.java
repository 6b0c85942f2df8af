package com.texchange.process;

/** What became of a question to the engine. */
public enum EngineAnswer {

    ANSWERED,
    /** No connection, no answer in time, or an engine that is not well. */
    UNREACHABLE,
    /** The engine is there and cannot be searched: it has no secondary storage, or the application lacks the rights. */
    NO_SEARCH
}
