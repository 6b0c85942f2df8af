package com.texchange.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The product's classes, without those of tests, read once for all tests of a run. */
public final class ProductClasses {

    private static final JavaClasses ALL = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.texchange");

    private ProductClasses() {
    }

    public static JavaClasses all() {
        return ALL;
    }
}
