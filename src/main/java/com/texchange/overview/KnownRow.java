package com.texchange.overview;

/** A row that was read before. @param place in the list, from 0 */
public record KnownRow(int place, OnboardingRow row) {
}
