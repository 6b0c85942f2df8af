package com.texchange.common;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be an {@link EmailAddress}; an empty text passes, combine it with {@code @NotBlank}. */
@Constraint(validatedBy = ValidEmail.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidEmail {

    String message() default "{validation.email.FORM}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says which part of the rule is broken. */
    class Validator implements ConstraintValidator<ValidEmail, String> {

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            Optional<EmailAddress.Problem> problem = value == null || value.isBlank() ? Optional.empty()
                    : EmailAddress.problem(value);
            problem.ifPresent(found -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("{" + found.key() + "}").addConstraintViolation();
            });
            return problem.isEmpty();
        }
    }
}
