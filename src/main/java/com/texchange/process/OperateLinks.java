package com.texchange.process;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where Camunda Operate shows a process instance. Only for pages of process managers: Operate decides by itself who may
 * look. Empty unless {@code t-exchange.camunda.operate-address} is set.
 */
@Component
public class OperateLinks {

    private final Optional<String> base;

    OperateLinks(CamundaProperties properties) {
        base = Optional.ofNullable(properties.operateAddress())
                .map(address -> address.toString().replaceAll("/+$", ""));
    }

    /** The page of one process instance, by its key. */
    public Optional<String> processInstance(long key) {
        return base.map(address -> address + "/processes/" + key);
    }

    /** Where Operate begins. */
    public Optional<String> start() {
        return base;
    }
}
