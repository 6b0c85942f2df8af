package com.texchange.audit;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.GrantId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did, to be given to {@link AuditTrail#record}.
 *
 * @param by        the person's account; null for the system, and for who is not signed in
 * @param name      the person's name, or the address that was tried; empty for the system
 * @param forWhom   the company for which it was done
 * @param companies whose matter it is; their administrators read it
 */
public record Audited(AuditKind kind, @Nullable AccountId by, String name, @Nullable CompanyId forWhom, Set<CompanyId> companies,
        @Nullable GrantId grant, @Nullable AuditSubject subject, @Nullable String before, @Nullable String after) {

    /** By a person; null for a step of the system. */
    public static Audited of(AuditKind kind, @Nullable Actor actor) {
        CompanyId company = actor == null ? null : actor.companyId();
        return new Audited(kind, actor == null ? null : actor.id(), actor == null ? "" : actor.name(), company,
                company == null ? Set.of() : Set.of(company), null, null, null, null);
    }

    /** A list taken away as a file. @param list its name in this catalog, as in {@code journal.list} */
    public static Audited export(String list, Actor actor) {
        return export(AuditSubject.named(AuditSubject.Type.LIST, list, ""), actor);
    }

    /** The same of a list that one thing has. Earlier entries name no thing, only a list, as {@code "operation"}; its words stay for them. */
    public static Audited export(AuditSubject thing, Actor actor) {
        return of(AuditKind.EXPORTED, actor).about(thing);
    }

    /** By somebody who is not signed in, and says to be this. */
    public static Audited byStranger(AuditKind kind, String name) {
        return new Audited(kind, null, name, null, Set.of(), null, null, null, null);
    }

    public Audited about(AuditSubject what) {
        return new Audited(kind, by, name, forWhom, companies, grant, what, before, after);
    }

    /** Also the matter of these companies. */
    public Audited concerning(@Nullable CompanyId... others) {
        Set<CompanyId> all = new LinkedHashSet<>(companies);
        for (CompanyId other : others) {
            if (other != null) {
                all.add(other);
            }
        }
        return new Audited(kind, by, name, forWhom, all, grant, subject, before, after);
    }

    public Audited under(@Nullable GrantId under) {
        return new Audited(kind, by, name, forWhom, companies, under, subject, before, after);
    }

    /** What was, and what is instead. */
    public Audited values(@Nullable Object was, @Nullable Object is) {
        return new Audited(kind, by, name, forWhom, companies, grant, subject, text(was), text(is));
    }

    /** The same of what people have typed, which reads as it was typed. */
    public Audited typed(@Nullable String was, @Nullable String is) {
        return values(TypedText.ofNullable(was), TypedText.ofNullable(is));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
