package com.texchange.common;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.Role;
import org.springframework.stereotype.Component;

/**
 * Whoever sets a term says in what it is: to Spring a number alone is milliseconds, so that {@code grace=30} would be over before anybody could
 * undo anything. It keeps the application from starting, in whatever properties of this application it stands.
 */
@Component
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
public class TermsWithUnits implements ConfigurationPropertiesBindHandlerAdvisor {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("t-exchange");
    /** Nothing is nothing in each unit. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?0*[1-9]\\d*");

    @Override
    public BindHandler apply(BindHandler handler) {
        return new Units(handler);
    }

    private static final class Units extends AbstractBindHandler {

        Units(BindHandler parent) {
            super(parent);
        }

        @Override
        public void onFinish(ConfigurationPropertyName name, Bindable<?> target, BindContext context, @Nullable Object result)
                throws Exception {
            if (result instanceof Duration && OURS.isAncestorOf(name)) {
                requireUnit(name, context.getBinder().bind(name, Bindable.of(String.class)).orElse(""));
            }
            super.onFinish(name, target, context, result);
        }

        private static void requireUnit(ConfigurationPropertyName name, String written) {
            String number = written.strip();
            if (NUMBER.matcher(number).matches()) {
                throw new IllegalArgumentException(name + " needs a unit: " + number + "d are days, " + number + "h hours, " + number
                        + "m minutes, " + number + "s seconds, and what is written, " + number + ", would be milliseconds");
            }
        }
    }
}
