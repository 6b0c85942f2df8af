package com.texchange.connections;

/**
 * Of selected licenses, how many are in a supplier's service and how many are not, pending ones among the latter.
 *
 * @param blocked of all of them
 */
public record ServiceCounts(int inService, int outOfService, int blocked) {

    public static final ServiceCounts NONE = new ServiceCounts(0, 0, 0);

    public int selected() {
        return inService + outOfService;
    }

    public ServiceCounts plus(ServiceCounts other) {
        return new ServiceCounts(inService + other.inService, outOfService + other.outOfService, blocked + other.blocked);
    }

    public ServiceCounts minus(ServiceCounts other) {
        return new ServiceCounts(inService - other.inService, outOfService - other.outOfService, blocked - other.blocked);
    }
}
