package com.texchange.accounts;

import com.texchange.common.Routes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.stereotype.Component;

/** Back to the form, with the reason and with where to go on; or to the second step, with neither. */
@Component
class SignInFailure implements AuthenticationFailureHandler {

    private final SignInTrail trail;
    private final Clock clock;

    SignInFailure(SignInTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        Optional<String> path = SignIn.path(request);
        if (refusal instanceof SecondFactorNeededException needed) {
            goOn(needed, request, response);
            return;
        }
        Optional<HalfSignIn> half = half(request);
        if (!(refusal instanceof MissingCodeException)) {
            half.ifPresentOrElse(known -> trail.codeRefused(known.account(), refusal), () -> trail.refused(typed(request, refusal), refusal));
        }
        boolean second = half.isPresent() && !(refusal instanceof HalfSignInOverException);
        String form = SignIn.keeping(second ? Routes.SECOND_FACTOR : Routes.LOGIN, path);
        response.sendRedirect(request.getContextPath() + "/" + form + (form.contains("?") ? "&" : "?") + "error=" + reason(refusal)
                + (second && request.getParameter(SignIn.RECOVERY) != null ? "&" + SignIn.RECOVERY + "=1" : ""));
    }

    /** To the second step. */
    void goOn(SecondFactorNeededException needed, HttpServletRequest request, HttpServletResponse response) throws IOException {
        keep(needed.half(), request);
        trail.firstStepTaken(needed.half().account());
        response.sendRedirect(request.getContextPath() + "/" + SignIn.keeping(Routes.SECOND_FACTOR, SignIn.path(request)));
    }

    /** A passkey of nobody names nobody. */
    private static String typed(HttpServletRequest request, AuthenticationException refusal) {
        if (request.getParameter(SignInDetails.PASSKEY) == null) {
            return Objects.requireNonNullElse(
                    request.getParameter(UsernamePasswordAuthenticationFilter.SPRING_SECURITY_FORM_USERNAME_KEY), "");
        }
        return refusal instanceof PasskeyRefusedException passkey ? Objects.requireNonNullElse(passkey.owner(), SignInDetails.PASSKEY)
                : SignInDetails.PASSKEY;
    }

    /** With another id of the session, as after each step up. */
    private static void keep(HalfSignIn half, HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(HalfSignIn.KEPT_AS, half);
    }

    /** Of a request that is the second step. */
    private Optional<HalfSignIn> half(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return request.getParameter(SignInDetails.CODE) == null || session == null ? Optional.empty()
                : HalfSignIn.of(session.getAttribute(HalfSignIn.KEPT_AS), clock.instant());
    }

    private static String reason(AuthenticationException refusal) {
        return switch (refusal) {
            case TooManyTriesException tries -> tries.isOfSource() ? "source" : "locked";
            case TooManyAtOnceException tooMany -> "busy";
            case HalfSignInOverException over -> "again";
            case PasskeyRefusedException passkey -> SignInDetails.PASSKEY;
            case MissingCodeException missing -> "missing";
            default -> "credentials";
        };
    }
}
