package com.texchange.shell;

import com.texchange.common.Routes;
import com.texchange.mail.OperatorProperties;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Year;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** License agreement, user guide, copyright and version. */
@Component
@Scope("prototype")
class Foot extends Composite<Footer> {

    /** @param build not there when the application was compiled by a development environment alone */
    Foot(OperatorProperties operator, Clock clock, ObjectProvider<BuildProperties> build) {
        getContent().addClassName("foot");
        getContent().add(new Anchor(Routes.AGREEMENT, getTranslation("common.agreement")),
                new Anchor(Routes.HELP, getTranslation("shell.guide")),
                new Span(getTranslation("shell.copyright", String.valueOf(Year.now(clock).getValue()), operatorName(operator))));
        build.ifAvailable(info -> getContent().add(new Span(getTranslation("shell.version", info.getVersion()))));
    }

    private String operatorName(OperatorProperties operator) {
        return operator.name().isBlank() ? getTranslation("common.product") : operator.name();
    }
}
