-- One row per person and office, with the days it was observed.
select
    office.office_id,
    actor.name as actor,
    role.title,
    office.title_text,
    office.country_id,
    office.valid_from,
    office.valid_to,
    office.is_current,
    office.evidence_count,
    office.basis
from star.dim_office as office
inner join star.dim_actor as actor on actor.actor_id = office.actor_id
inner join star.dim_role as role on role.role_id = office.role_id
