package com.texchange.bootstrap;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Lets the first people in, when the application starts. */
@Component
class Bootstrap implements ApplicationRunner {

    private final BootstrapProperties wanted;
    private final FirstPeople people;

    Bootstrap(BootstrapProperties wanted, FirstPeople people) {
        this.wanted = wanted;
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        people.open(wanted);
    }
}
