package com.texchange.connections;

/** Whether a license works in a supplier's service; an order under way makes it pending. */
public enum ServiceStatus {
    OUT_OF_SERVICE, PENDING, IN_SERVICE
}
