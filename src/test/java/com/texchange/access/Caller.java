package com.texchange.access;

/** Everybody who may come: the columns of the tables. */
enum Caller {

    /** Of the supplier whose matters the samples are. */
    SUPPLIER_ADMINISTRATOR("Sa", Side.SUPPLIER), SUPPLIER_MANAGER("Sm", Side.SUPPLIER), SUPPLIER_READER("Sr", Side.SUPPLIER),
    /** Of the distributor whose matters they are. */
    DISTRIBUTOR_ADMINISTRATOR("Da", Side.DISTRIBUTOR), DISTRIBUTOR_MANAGER("Dm", Side.DISTRIBUTOR),
    DISTRIBUTOR_READER("Dr", Side.DISTRIBUTOR),
    /** Administrators of two companies that have nothing to do with them. */
    FOREIGN_SUPPLIER("Fs", Side.SUPPLIER), FOREIGN_DISTRIBUTOR("Fd", Side.DISTRIBUTOR),
    SALES("Os", Side.OPERATOR), PROCESS_MANAGER("Op", Side.OPERATOR), OPERATORS_ADMINISTRATOR("Oa", Side.OPERATOR),
    /** Of the operator, all roles taken away. */
    NOBODY("No", Side.OPERATOR);

    /** Whose things such a person looks for. */
    enum Side {
        SUPPLIER, DISTRIBUTOR, OPERATOR
    }

    private final String column;
    private final Side side;

    Caller(String column, Side side) {
        this.column = column;
        this.side = side;
    }

    String column() {
        return column;
    }

    Side side() {
        return side;
    }

    boolean isForeign() {
        return this == FOREIGN_SUPPLIER || this == FOREIGN_DISTRIBUTOR;
    }
}
