package com.texchange.registrations;

import com.texchange.common.CandidateGroup;
import com.texchange.common.CompanyId;
import com.texchange.common.RegistrationId;
import com.texchange.partners.OpenNames;
import com.texchange.process.ProcessJob;
import com.texchange.process.ProcessVariables;
import com.texchange.process.ProcessWorker;
import com.texchange.registrations.AccountOpening.Opening;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of the process {@code distributor-registration}. */
@Configuration(proxyBeanMethods = false)
class RegistrationWorkers {

    @Bean
    ProcessWorker openAccount(AccountOpening accounts, Registrations registrations, OpenNames names) {
        return ProcessWorker.of("open-account", job -> {
            Opening opening = accounts.open(registration(job));
            CompanyId company = opening.company();
            Map<String, Object> variables = new HashMap<>();
            variables.put("companyAsked", !opening.open());
            if (opening.open() && company != null) {
                boolean supplier = registrations.get(registration(job)).kind() == Applicant.SUPPLIER;
                variables.put(supplier ? "supplierCompanyId" : "distributorCompanyId", company.toString());
                variables.put(supplier ? ProcessVariables.SUPPLIER_NAME : ProcessVariables.DISTRIBUTOR_NAME, names.of(company));
            } else {
                variables.put("companyGroup", (company == null ? CandidateGroup.SALES : CandidateGroup.administratorsOf(company)).name());
            }
            return variables;
        });
    }

    @Bean
    ProcessWorker notifyRejected(Rejection rejection) {
        return ProcessWorker.withoutResult("notify-rejected", job -> rejection.tell(registration(job)));
    }

    @Bean
    ProcessWorker escalateRegistration(RegistrationLetters letters) {
        return ProcessWorker.withoutResult("escalate-registration", job -> letters.overdue(registration(job)));
    }

    private static RegistrationId registration(ProcessJob job) {
        return new RegistrationId(job.uuid("registrationId"));
    }
}
