package com.texchange.common;

import java.lang.reflect.Constructor;
import java.sql.Array;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;

/**
 * What a record is made of.
 *
 * @param asked as what the driver shall give each component: it answers by an exception, each time, where it does not know a type
 */
record RecordComponents<T>(Constructor<T> constructor, String[] names, TypeDescriptor[] types, Class<?>[] asked) {

    static <T> RecordComponents<T> of(Class<T> type, RecordReaders readers) {
        Constructor<T> constructor = BeanUtils.getResolvableConstructor(type);
        String[] names = BeanUtils.getParameterNames(constructor);
        TypeDescriptor[] types = new TypeDescriptor[names.length];
        Class<?>[] asked = new Class<?>[names.length];
        for (int i = 0; i < names.length; i++) {
            types[i] = new TypeDescriptor(new MethodParameter(constructor, i));
            asked[i] = asked(types[i].getType(), readers);
        }
        return new RecordComponents<>(constructor, names, types, asked);
    }

    private static Class<?> asked(Class<?> type, RecordReaders readers) {
        if (type == Instant.class) {
            return Timestamp.class;
        }
        return Collection.class.isAssignableFrom(type) ? Array.class : readers.stored(type);
    }
}
