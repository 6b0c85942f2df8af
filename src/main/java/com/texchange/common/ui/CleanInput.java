package com.texchange.common.ui;

import com.texchange.common.CleanText;
import com.texchange.common.EmailAddress;
import com.texchange.common.ValidEmail;
import com.texchange.common.ValidPhone;
import com.texchange.common.ValidTaxId;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How a field's text is cleaned, by what its record's component is: people paste from letters, sheets and web pages. */
enum CleanInput {

    LINE {
        @Override
        String clean(@Nullable String typed) {
            return CleanText.line(typed == null ? "" : typed);
        }
    },
    EMAIL {
        @Override
        String clean(@Nullable String typed) {
            String line = CleanText.line(typed == null ? "" : typed);
            return EmailAddress.parse(line).map(EmailAddress::value).orElse(line);
        }
    },
    TAX_ID {
        @Override
        String clean(@Nullable String typed) {
            return CleanText.digits(typed == null ? "" : typed);
        }
    },
    PHONE {
        @Override
        String clean(@Nullable String typed) {
            return CleanText.phone(typed == null ? "" : typed);
        }
    };

    abstract String clean(@Nullable String typed);

    /** @param name of the record's component */
    static CleanInput of(Class<?> type, String name) {
        return has(type, name, ValidTaxId.class) ? TAX_ID : has(type, name, ValidEmail.class) ? EMAIL : has(type, name, ValidPhone.class) ? PHONE : LINE;
    }

    private static boolean has(Class<?> type, String name, Class<? extends Annotation> constraint) {
        RecordComponent[] components = type.getRecordComponents();
        return components != null && Arrays.stream(components).filter(component -> component.getName().equals(name))
                .anyMatch(component -> component.getAccessor().isAnnotationPresent(constraint));
    }
}
