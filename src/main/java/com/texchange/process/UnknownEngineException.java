package com.texchange.process;

/** The engine that answers is not the one that has this installation's processes, and nobody has said that it takes over. */
class UnknownEngineException extends RuntimeException {

    UnknownEngineException() {
        super("Camunda does not know this installation: the address leads to another cluster, or the cluster was rebuilt");
    }
}
