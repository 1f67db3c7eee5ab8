-- One row per actor, kind of office and country, as observed. A spell ends when a successor in the same office of the
-- same country is first observed, or when the text says 'former'.
with held as (
    select
        actor_id,
        role_id,
        country_id,
        mode(title_text order by title_text) as title_text,
        mode(organization_actor_id order by organization_actor_id) as organization_actor_id,
        min(observed_on) filter (where not is_former and coalesce(status, 'current') != 'elect') as valid_from,
        max(observed_on) filter (where not is_former and coalesce(status, 'current') != 'elect') as last_seen_on,
        bool_or(is_former) as is_known_former,
        bool_and(coalesce(status, 'current') = 'elect') as is_only_elect,
        count(*) as evidence_count
    from resolution.office
    group by actor_id, role_id, country_id
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
    case when successor_on is not null or is_known_former then last_seen_on end as valid_to,
    successor_on is null and not is_known_former and not is_only_elect as is_current,
    evidence_count
from followed
order by office_id
