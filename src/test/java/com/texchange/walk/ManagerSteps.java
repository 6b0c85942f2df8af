package com.texchange.walk;

/** What a process manager looks at. */
record ManagerSteps(PersonAtBrowser person) {

    void watch(String code, int licenses) {
        person.go("/onboardings");
        person.fill("overview.search", code);
        person.chooseInGrid(code);
        person.see("stories.activity.CONNECTED", "", licenses);
        person.station("walk-10-story");
    }
}
