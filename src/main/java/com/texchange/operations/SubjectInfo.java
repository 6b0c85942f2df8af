package com.texchange.operations;

import com.texchange.common.OnboardingId;
import com.texchange.process.ProcessSubject.Kind;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a process is about, in words.
 *
 * @param supplier   null for a request without an invitation
 * @param onboarding where its story is told, if it belongs to one
 */
public record SubjectInfo(Kind kind, String distributor, @Nullable String supplier, @Nullable String code,
        @Nullable OnboardingId onboarding) {

    /** The names and the code, in one line. */
    public String line() {
        return Stream.of(distributor, supplier, code).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
