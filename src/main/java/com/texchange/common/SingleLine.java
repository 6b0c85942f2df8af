package com.texchange.common;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Text of one line without control characters, so that it can stand in a letter's header, a log line or a CSV cell, and without marks
 * of direction, by which a text shows another order of its characters than it has.
 */
@Constraint(validatedBy = SingleLine.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface SingleLine {

    String message() default "{validation.singleLine}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself, also for what is no field. */
    class Validator implements ConstraintValidator<SingleLine, CharSequence> {

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            return value == null || isOneLine(value);
        }

        /** Of a text that comes from elsewhere. */
        public static boolean isOneLine(CharSequence value) {
            return value.codePoints().noneMatch(Validator::breaksTheLine);
        }

        private static boolean breaksTheLine(int c) {
            return switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                // Half of a character, which no database keeps: it would be a question mark afterwards, as any other half.
                case Character.SURROGATE -> true;
                case Character.FORMAT -> isMarkOfDirection(c);
                default -> false;
            };
        }

        /** Left and right marks, embeddings, overrides and isolates. */
        private static boolean isMarkOfDirection(int c) {
            return c == 0x061C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        }
    }
}
