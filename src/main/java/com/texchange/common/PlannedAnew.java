package com.texchange.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * The client whose statements PostgreSQL plans for the values of each call. It is for statements about very few rows or very many, as
 * the values say, where a plan for any values would be wrong by far. Statements that search for words are planned so by every
 * client; all others may share a plan once they have been asked some times, since planning one costs as much as many take.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD})
public @interface PlannedAnew {
}
