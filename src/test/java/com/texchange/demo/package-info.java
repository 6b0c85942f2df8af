/** What only the quick start has: demo data, a page that shows the letters, a hint at the sign-in page. */
@NullMarked
package com.texchange.demo;

import org.jspecify.annotations.NullMarked;

