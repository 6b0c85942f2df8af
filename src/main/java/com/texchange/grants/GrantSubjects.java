package com.texchange.grants;

import com.texchange.common.GrantRequestId;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.PartnershipWords;
import com.texchange.partners.Partnerships;
import com.texchange.tasks.TaskSubject;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the tasks about requests are about. For task forms; access is the inbox's matter. */
@Component
@Transactional(readOnly = true)
public class GrantSubjects {

    private final GrantRequestRows requests;
    private final Partnerships partnerships;
    private final PartnershipWords words;

    GrantSubjects(GrantRequestRows requests, Partnerships partnerships, PartnershipWords words) {
        this.requests = requests;
        this.partnerships = partnerships;
        this.words = words;
    }

    public TaskSubject of(GrantRequestId id) {
        GrantRequest request = requests.get(id);
        PartnershipInfo place = partnerships.find(request.supplierId(), request.distributorId()).orElseThrow();
        return new TaskSubject(words.line(place), words.of(place, request.distributorId()), request.reason(), Set.of());
    }
}
