package com.texchange.tasks.worker;

import com.texchange.tasks.SearchText;
import com.texchange.tasks.worker.ProjectedTasks.Subject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the rows of tasks say that they are about, of those that are done too. */
@Repository
class SubjectRows {

    private final JdbcClient jdbc;

    SubjectRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one task or several, one after the other, ask about one business object. */
    record About(String elementId, UUID subjectId) {
    }

    /** All that have one of the names among what they are found by. */
    List<About> naming(Collection<String> names) {
        return jdbc.sql("""
                select distinct t.element_id, t.subject_id from user_task t
                    join (select '%' || ltrim(common_search_form(name)) || '%' as form from unnest(cast(:names as text[])) name) named
                        on t.search_text like named.form
                where named.form <> '%%' and t.subject_id <> :none
                """)
                .param("names", names.toArray(String[]::new)).param("none", ProjectedTasks.NO_SUBJECT)
                .query(About.class).list();
    }

    void lock(About about) {
        jdbc.sql("select from user_task where subject_id = :subject and element_id = :element order by task_key for no key update")
                .param("subject", about.subjectId()).param("element", about.elementId()).query(row -> { });
    }

    /** @return the groups and people of those that said something else until now */
    Set<String> renew(About about, Subject subject) {
        return new HashSet<>(jdbc.sql("""
                with renewed as (
                    update user_task t set subject = :line, search_text = said.form
                    from (select common_search_form(:search) as form) said
                    where t.subject_id = :subject and t.element_id = :element and (t.subject, t.search_text) is distinct from (:line, said.form)
                    returning t.candidate_groups, t.assignee
                )
                select unnest(candidate_groups) from renewed union select assignee::text from renewed where assignee is not null
                """)
                .param("line", subject.line()).param("search", SearchText.of(subject.about()))
                .param("subject", about.subjectId()).param("element", about.elementId())
                .query(String.class).list());
    }
}
