/**
 * What lists and acts cost beside the best SQL for the same rows: {@code mvn verify -Pbenchmark}. A benchmark fails where its two
 * sides do not come to the same, never because of times. More of them are made as {@link com.texchange.benchmark.LicenseBenchmarkIT}
 * is: all share one {@link com.texchange.benchmark.Report}.
 */
@NullMarked
package com.texchange.benchmark;

import org.jspecify.annotations.NullMarked;
