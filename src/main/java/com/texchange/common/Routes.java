package com.texchange.common;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The addresses of all pages: what their {@code @Route} says and what every link and letter leads to. Relative to the
 * application's own address, without a slash before them. Letters and bookmarks hold them, so that one that was given
 * once stays.
 */
public final class Routes {

    public static final String HOME = "";
    public static final String LOGIN = "login";
    /** The second step of signing in. */
    public static final String SECOND_FACTOR = "second-factor";
    /** Where people sign in through their company; below it, by a provider's id, is where that begins. */
    public static final String COMPANY_SIGN_IN = LOGIN + "/company";
    public static final String FORGOT_PASSWORD = "forgot-password";
    /** With parameter {@code token}. */
    public static final String SET_PASSWORD = "set-password";
    public static final String REGISTER = "register";
    /** With parameter {@code token}. */
    public static final String CONFIRM_REQUEST = "register/confirm";
    /** An invitation's link, with parameter {@code invite}. */
    public static final String JOIN = "join";
    public static final String AGREEMENT = "agreement";
    public static final String HELP = "help";
    public static final String COMPANY = "company";
    /** How the people of one's own company sign in through it. */
    public static final String SINGLE_SIGN_ON = COMPANY + "/sign-in";
    /** The people of one's own company. */
    public static final String PEOPLE = "people";
    /** The operator's own people, for its administrators. */
    public static final String OPERATOR_PEOPLE = "registry/people";
    /** «Т-Обмен» itself: leads to the first page of it that the person has. */
    public static final String EXCHANGE_ENTRY = "exchange";
    /** How the addresses of «Т-Обмен» begin. */
    public static final String EXCHANGE = EXCHANGE_ENTRY + "/";
    /** A supplier's distributors; one of them by its onboarding's id. */
    public static final String DISTRIBUTORS = EXCHANGE + "distributors";
    /** A distributor's suppliers; one of them by its onboarding's id. */
    public static final String SUPPLIERS = EXCHANGE + "suppliers";
    /** The invitation of a list; a batch of invitations by its id. */
    public static final String INVITE_LIST = DISTRIBUTORS + "/import";
    /** A batch of any kind by its id; leads to its page. */
    public static final String BATCHES = "batches";
    /** «Сервисы и баланс», with parameter {@code supplier} for one of them. */
    public static final String SERVICES = "services";
    /** What a supplier sees of its distributors' licenses. */
    public static final String SUPPLIER_LICENSES = EXCHANGE + "licenses";
    /** The operator's register of companies; one of them by its id. */
    public static final String ALL_COMPANIES = "registry/companies";
    /** Where a supplier compares the list of its own system; one comparison by its id. */
    public static final String RECONCILIATION = EXCHANGE + "reconciliation";
    /** The devices with these. */
    public static final String SUPPLIER_DEVICES = EXCHANGE + "devices";
    /** What the sales department sees: the licenses of all distributors. */
    public static final String ALL_LICENSES = "registry/licenses";
    /** Orders to connect and disconnect licenses; one of them by its id. */
    public static final String LICENSE_ORDERS = "license-operations";
    public static final String DEVICES = "devices";
    /** One license, by its id. */
    public static final String LICENSE = "licenses";
    public static final String LOAD_LICENSES = "licenses/load";
    /** The story of one onboarding, by its id. */
    public static final String STORY = "onboarding";
    /** A process manager's list; one of them by its id. */
    public static final String ONBOARDINGS = "onboardings";
    /** The inbox; one task by its key. */
    public static final String TASKS = "tasks";
    /** The inbox with every task, whichever the person chose last. */
    public static final String ALL_TASKS = TASKS + "?show=all";
    /** One's own name, address and password. */
    public static final String PROFILE = "profile";
    /** Where a new address is confirmed, with parameter {@code token}. */
    public static final String CONFIRM_ADDRESS = "profile/address";
    /** What was done, as far as one may read it. */
    public static final String JOURNAL = "journal";
    /** What the nightly checks of histories have found. */
    public static final String CHECKS = JOURNAL + "/checks";
    /** Which letters about tasks somebody gets. */
    public static final String SETTINGS = "settings";
    /** What process managers see; {@link #LATE_TASKS} is one of its parts. */
    public static final String PROCESSES = "processes";
    public static final String LATE_TASKS = PROCESSES + "/late";
    /** Previews of letters, one by its template. */
    public static final String LETTERS = "letters";

    private Routes() {
    }

    /** The page of one thing among those of a route. */
    public static String of(String route, Object id) {
        return route + "/" + id;
    }

    /** A route with a parameter, encoded for an address. */
    public static String with(String route, String parameter, Object value) {
        return route + "?" + parameter + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
