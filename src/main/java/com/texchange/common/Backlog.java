package com.texchange.common;

/** Work that comes from what people do one by one. What is done for many at once holds back while it piles up. */
public interface Backlog {

    /** Whether it is not being kept up with. */
    boolean isGrowing();
}
