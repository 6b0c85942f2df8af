package com.texchange.grants;

import com.texchange.common.GrantRequestId;
import com.texchange.grants.GrantRequest.State;
import com.texchange.partners.OpenNames;
import com.texchange.partners.Partnerships;
import com.texchange.process.EngineCommands;
import com.texchange.process.ProcessMessage;
import com.texchange.process.ProcessOwner;
import com.texchange.process.ProcessSubject;
import com.texchange.process.ProcessVariables;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The processes that bring suppliers' requests to their answers. */
@Component
class GrantProcesses implements ProcessOwner {

    private static final String REQUESTED = "license-grant-requested";
    private static final String WITHDRAWN = "license-grant-request-withdrawn";
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final GrantRequestRows requests;
    private final GrantProperties properties;
    private final Partnerships partnerships;
    private final OpenNames names;
    private final EngineCommands engine;
    private final Clock clock;

    GrantProcesses(GrantRequestRows requests, GrantProperties properties, Partnerships partnerships, OpenNames names,
            EngineCommands engine, Clock clock) {
        this.requests = requests;
        this.properties = properties;
        this.partnerships = partnerships;
        this.names = names;
        this.engine = engine;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void start(GrantRequest request) {
        engine.publish(started(request));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawn(GrantRequest request) {
        String id = request.id().toString();
        engine.publish(new ProcessMessage(WITHDRAWN, id, id + "/withdrawn", Map.of()));
    }

    @Override
    public ProcessSubject.Kind kind() {
        return ProcessSubject.Kind.GRANT_REQUEST;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> underWay(UUID after, int limit) {
        return requests.underWay(after, limit);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginLost(UUID subject) {
        GrantRequest request = requests.lock(new GrantRequestId(subject));
        if (!request.processEnded()) {
            engine.begin(started(request));
            tellAgain(request);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Set<String>> told(Collection<UUID> subjects) {
        return requests.withdrawn(subjects, clock.instant().minus(ON_ITS_WAY)).stream()
                .collect(Collectors.toMap(id -> id, id -> Set.of(WITHDRAWN)));
    }

    @Override
    @Transactional
    public void tellAgain(UUID subject) {
        tellAgain(requests.get(new GrantRequestId(subject)));
    }

    /** Under another id: the engine gives a message to one instance of a process and to no second. */
    private void tellAgain(GrantRequest request) {
        if (request.is(State.WITHDRAWN) && !request.processEnded()) {
            String id = request.id().toString();
            engine.publish(new ProcessMessage(WITHDRAWN, id, id + "/withdrawn/" + UUID.randomUUID(), Map.of()));
        }
    }

    private ProcessMessage started(GrantRequest request) {
        String id = request.id().toString();
        Map<String, Object> variables = new HashMap<>();
        variables.put("grantRequestId", id);
        variables.put("distributorCompanyId", request.distributorId().toString());
        variables.put("grantDue", properties.requestDue().toString());
        variables.put(ProcessVariables.DISTRIBUTOR_CODE, partnerships.find(request.supplierId(), request.distributorId())
                .map(place -> place.code().value()).orElse(null));
        variables.put(ProcessVariables.SUPPLIER_NAME, names.of(request.supplierId()));
        variables.put(ProcessVariables.DISTRIBUTOR_NAME, names.of(request.distributorId()));
        return new ProcessMessage(REQUESTED, id, id, variables);
    }
}
