package com.texchange.connections;

/**
 * What has become of the licenses of an order that were refused and are not connected since.
 *
 * @param leftOut nothing more is done about them
 * @param waiting they are connected once the reason is gone
 * @param again   they are being tried again, or wait for a decision
 */
public record Refusals(int leftOut, int waiting, int again) {

    public int all() {
        return leftOut + waiting + again;
    }
}
