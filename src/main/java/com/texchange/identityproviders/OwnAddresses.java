package com.texchange.identityproviders;

import com.texchange.common.CompanyId;
import com.texchange.common.Routes;
import com.texchange.mail.OperatorProperties;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people begin, and where a company's server sends them back to. Each company has addresses of its own, so that what one server says
 * cannot be taken for another's word (RFC 9700, 4.4.2).
 */
@Component
class OwnAddresses {

    static final String BEGIN = "/" + Routes.COMPANY_SIGN_IN;
    static final String BACK = BEGIN + "/*/return";

    private final OperatorProperties operator;
    private final Environment environment;

    OwnAddresses(OperatorProperties operator, Environment environment) {
        this.operator = operator;
        this.environment = environment;
    }

    String begin(CompanyId company) {
        return base() + BEGIN + "/" + company;
    }

    String back(CompanyId company) {
        return begin(company) + "/return";
    }

    /** As configured, rather than as a request says; on one's own machine the application may listen on another port. */
    private String base() {
        URI url = operator.baseUrl();
        String port = environment.getProperty("local.server.port");
        return "localhost".equals(url.getHost()) && port != null ? url.getScheme() + "://localhost:" + port + url.getPath() : url.toString();
    }
}
