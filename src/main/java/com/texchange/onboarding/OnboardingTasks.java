package com.texchange.onboarding;

/** Ids of the user tasks in the process {@code distributor-onboarding}; the distributor's people do both. */
public final class OnboardingTasks {

    /** To accept an invitation or decline it. */
    public static final String ACCEPT = "Task_AcceptInvitation";
    /** To choose the licenses to connect. */
    public static final String CONNECT = "Task_ConnectLicenses";

    private OnboardingTasks() {
    }
}
