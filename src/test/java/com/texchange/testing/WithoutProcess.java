package com.texchange.testing;

import com.texchange.common.ChangeFeed;
import com.texchange.licenses.ConnectionStarter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mockito.Answers;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The application on its database, with the start of processes and the live changes recorded instead of done. */
@IntegrationTest
@Import(SampleBusiness.class)
@MockitoBean(types = ConnectionStarter.class)
@MockitoBean(types = ChangeFeed.class, answers = Answers.RETURNS_DEEP_STUBS)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithoutProcess {
}
