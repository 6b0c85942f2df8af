package com.texchange.walk;

/** What a process manager looks at. */
record ManagerSteps(PersonAtBrowser person) {

    /** Found by its code, whose digits other companies' numbers may hold too; by the company's name it is told from them. */
    void watch(String code, String company, int licenses) {
        person.go("/onboardings");
        person.search("overview.search", code, "overview.found");
        person.chooseInGrid(company);
        person.see("stories.activity.CONNECTED", "", licenses);
        person.station("walk-10-story");
    }
}
