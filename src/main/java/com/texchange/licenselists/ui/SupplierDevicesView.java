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
import com.texchange.licenselists.SupplierDevices;
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

/** The mobile devices of all distributors whose licenses the supplier sees. */
@Route(Routes.SUPPLIER_DEVICES)
@Menu(title = "connections.devices.title", order = 26, icon = "vaadin:tablet")
@RolesAllowed("SUPPLIER")
class SupplierDevicesView extends DevicesPage {

    @Autowired
    SupplierDevicesView(SupplierDevices devices, MoveTargets targets, ConnectionOrders orders, DeviceExport export, ListSettings settings,
            ChangeFeed feed, CurrentActor currentActor) {
        this(devices, targets, orders, export, UI.getCurrent().getLocale(), settings, currentActor.get());
        follow(feed, currentActor.get());
    }

    private SupplierDevicesView(SupplierDevices devices, MoveTargets targets, ConnectionOrders orders, DeviceExport export, Locale locale,
            ListSettings settings, Actor actor) {
        super(Routes.SUPPLIER_DEVICES, new DevicesGrid(new LicenseGrid.Pages<DeviceRow>() {
            @Override
            public List<DeviceRow> page(LicenseFilter filter, Sort sort, ListWindow window) {
                return devices.page(filter, sort, window, actor);
            }

            @Override
            public int count(LicenseFilter filter) {
                return devices.count(filter, actor);
            }
        }, true), () -> devices.any(actor), (filter, sort, format, out) -> export.ofSupplier(filter, sort, actor, locale, format, out),
                new Component[] {agentLeft(actor, placed ->
                    AgentLeftDialog.ofSupplier(targets, orders, actor.companyAs(Role.SUPPLIER), actor, placed)),
                    new Anchor(Routes.SUPPLIER_LICENSES, text("connections.supplier.title"))},
                text("connections.supplier.search"), text("connections.supplier.nothingFound"), settings, actor);
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
