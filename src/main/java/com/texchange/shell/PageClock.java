package com.texchange.shell;

import com.texchange.common.CurrentActor;
import com.texchange.common.ui.DateTimes;
import com.texchange.partners.OwnZones;
import com.texchange.partners.TimeZones;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Gives each page the clock that the person reads by before its views are made; a choice of another one counts from the next view. */
@Component
class PageClock implements VaadinServiceInitListener {

    private final TimeZones zones;
    private final OwnZones own;
    private final CurrentActor currentActor;

    PageClock(TimeZones zones, OwnZones own, CurrentActor currentActor) {
        this.zones = zones;
        this.own = own;
        this.currentActor = currentActor;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            setTo(init.getUI());
            init.getUI().addBeforeEnterListener(entering -> setTo(entering.getUI()));
        });
    }

    private void setTo(UI ui) {
        DateTimes.use(ui, currentActor.find().map(own::of).orElseGet(zones::operator));
    }
}
