package com.texchange.licenselists.ui;

import com.texchange.accounts.ListSettings;
import com.texchange.common.Actor;
import com.texchange.common.ListWindow;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.MoveTargets;
import com.texchange.connections.ui.AgentLeftDialog;
import com.texchange.licenselists.DeviceExport;
import com.texchange.licenselists.DeviceRow;
import com.texchange.licenselists.Devices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;

/** The distributor's mobile devices. */
@Route(Routes.DEVICES)
@Menu(title = "connections.devices.title", order = 20, icon = "vaadin:tablet")
@RolesAllowed("DISTRIBUTOR")
class DevicesView extends DevicesPage {

    @Autowired
    DevicesView(Devices devices, MoveTargets targets, ConnectionOrders orders, DeviceExport export, ListSettings settings, ChangeFeed feed,
            CurrentActor currentActor) {
        this(devices, targets, orders, export, UI.getCurrent().getLocale(), settings, currentActor.get());
        follow(feed, currentActor.get());
    }

    private DevicesView(Devices devices, MoveTargets targets, ConnectionOrders orders, DeviceExport export, Locale locale,
            ListSettings settings, Actor actor) {
        super(Routes.DEVICES, new DevicesGrid(new LicenseGrid.Pages<DeviceRow>() {
            @Override
            public List<DeviceRow> page(LicenseFilter filter, Sort sort, ListWindow window) {
                return devices.page(filter, sort, window, actor);
            }

            @Override
            public int count(LicenseFilter filter) {
                return devices.count(filter, actor);
            }
        }, false), () -> devices.any(actor), (filter, sort, format, out) -> export.ofDistributor(filter, sort, actor, locale, format, out),
                new Component[] {agentLeft(actor, placed ->
                    AgentLeftDialog.ofDistributor(targets, orders, actor.companyAs(Role.DISTRIBUTOR), actor, placed)),
                    new Anchor(Routes.SERVICES, text("connections.devices.toServices"))},
                text("connections.devices.search"), text("connections.noLicense.text"), settings, actor);
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
