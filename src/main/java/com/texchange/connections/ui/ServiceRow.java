package com.texchange.connections.ui;

import com.texchange.common.CompanyId;
import com.texchange.connections.LicenseRow;
import com.texchange.connections.SupplierGroup;

/** A row of the grid: a supplier or, under it, a license. Rows are the same when their keys are. */
sealed interface ServiceRow {

    CompanyId supplierId();

    String key();

    /** A supplier, whose children are all licenses of the distributor. */
    record Supplier(SupplierGroup group) implements ServiceRow {

        @Override
        public CompanyId supplierId() {
            return group.supplierId();
        }

        @Override
        public String key() {
            return group.supplierId().toString();
        }
    }

    /** A license as it stands with the supplier above it. */
    record License(LicenseRow license) implements ServiceRow {

        @Override
        public CompanyId supplierId() {
            return license.supplierId();
        }

        @Override
        public String key() {
            return license.supplierId() + "/" + license.licenseId();
        }
    }

    /**
     * Stands where a license was when they were counted, and none is any more, until they are counted again: the grid must be
     * given as many rows as it was told.
     */
    record Missing(CompanyId supplierId, int place) implements ServiceRow {

        @Override
        public String key() {
            return supplierId + "/-" + place;
        }
    }
}
