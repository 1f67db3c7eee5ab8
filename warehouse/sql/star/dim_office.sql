-- One row per actor, kind of office and country, as observed or listed. A spell ends when a successor in the same office of
-- the same country is first observed, or when the text says 'former'; one that office_holders.csv lists, as it says.
with observed as (
    select
        actor_id,
        role_id,
        country_id,
        mode(title_text order by title_text) as title_text,
        mode(organization_actor_id order by organization_actor_id) as organization_actor_id,
        min(observed_on) filter (where not is_former and coalesce(status, 'current') != 'elect') as first_seen_on,
        max(observed_on) filter (where not is_former and coalesce(status, 'current') != 'elect') as last_seen_on,
        bool_or(is_former) as is_known_former,
        bool_and(coalesce(status, 'current') = 'elect') as is_only_elect,
        count(*) as evidence_count
    from resolution.office
    group by actor_id, role_id, country_id
),

listed as (
    select
        actor_id,
        role_id,
        country_id,
        min(title_text) as title_text,
        min(organization_actor_id) as organization_actor_id,
        min(start_on) as start_on,
        case when not bool_or(end_on is null) then max(end_on) end as end_on,
        string_agg(distinct source, '; ' order by source) as source
    from resolution.listed_office
    group by actor_id, role_id, country_id
),

held as (
    select
        coalesce(observed.actor_id, listed.actor_id) as actor_id,
        coalesce(observed.role_id, listed.role_id) as role_id,
        coalesce(observed.country_id, listed.country_id) as country_id,
        coalesce(observed.title_text, listed.title_text) as title_text,
        coalesce(observed.organization_actor_id, body.actor_id) as organization_actor_id,
        coalesce(listed.start_on, observed.first_seen_on) as valid_from,
        observed.last_seen_on,
        listed.end_on,
        observed.is_known_former,
        observed.is_only_elect,
        observed.actor_id is not null as is_observed,
        listed.actor_id is not null as is_listed,
        listed.source,
        coalesce(observed.evidence_count, 0) as evidence_count
    from observed
    full join listed
        on listed.actor_id = observed.actor_id
        and listed.role_id = observed.role_id
        and listed.country_id is not distinct from observed.country_id
    left join star.dim_actor as body on body.actor_id = listed.organization_actor_id
),

-- a country has one head of state, one head of government and one minister of a portfolio at a time, many ambassadors
single as (
    select role_id
    from star.dim_role
    where sector = 'GOV'
        and (rank <= 2 or (rank = 3 and portfolio is not null))
        and not starts_with(title, 'deputy')
),

followed as (
    select
        held.*,
        case when single.role_id is not null and held.country_id is not null then
            min(held.valid_from) over (
                partition by held.role_id, held.country_id
                order by held.valid_from
                range between interval 1 day following and unbounded following
            )
        end as successor_on
    from held
    left join single on single.role_id = held.role_id
)

select
    substr(sha256(concat_ws(chr(31), 'office', actor_id, role_id, coalesce(country_id, ''))), 1, 16) as office_id,
    actor_id,
    role_id,
    country_id,
    organization_actor_id,
    title_text,
    valid_from,
    case
        when is_listed then end_on
        when successor_on is not null or is_known_former then last_seen_on
    end as valid_to,
    case
        when is_listed then end_on is null
        else successor_on is null and not is_known_former and not is_only_elect
    end as is_current,
    evidence_count,
    case when is_observed and is_listed then 'observed_and_listed' when is_listed then 'listed' else 'observed' end as basis,
    source
from followed
order by office_id
