package com.texchange.process;

/** The engine has the processes; published once a start, outside a transaction. */
record ProcessesDeployed() {
}
