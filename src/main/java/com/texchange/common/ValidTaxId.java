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

/** The form of a {@link TaxId}; an empty text passes, combine it with {@code @NotBlank}. */
@Constraint(validatedBy = ValidTaxId.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidTaxId {

    String message() default "{validation.taxId}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks length and control digits, and says which of them is wrong. */
    class Validator implements ConstraintValidator<ValidTaxId, String> {

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null || value.isBlank() || TaxId.isValid(value.strip())) {
                return true;
            }
            if (TaxId.isMistyped(value.strip())) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("{validation.taxId.mistyped}").addConstraintViolation();
            }
            return false;
        }
    }
}
