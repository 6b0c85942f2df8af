package com.texchange.benchmark;

/** Some lines of the benchmark of licenses. */
interface Measures {

    /** @param sizes of the data that are there */
    void measure(SeededLicenses.Cast cast, Sizes sizes, Race race) throws Exception;
}
