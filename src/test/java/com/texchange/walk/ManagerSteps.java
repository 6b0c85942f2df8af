package com.texchange.walk;

/** What a process manager looks at. */
record ManagerSteps(PersonAtBrowser person) {

    /** Found by its code and the company's name: other companies' numbers may hold the digits of the code. */
    void watch(String code, String company, int licenses) {
        person.go("/onboardings");
        person.search("overview.search", code + " " + company, "overview.found");
        person.chooseInGrid(company);
        person.see("stories.activity.CONNECTED", "", licenses);
        person.station("walk-10-story");
    }
}
