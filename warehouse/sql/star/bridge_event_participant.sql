-- One row per actor taking part in an event. An actor told as host or visitor somewhere is that, not merely present.
-- Of those who meet, a country is left out where somebody who represents it takes part: "Mexico" retells its minister.
-- For "the Mexican foreign minister" without a name whoever is known to have held the office takes part, else Mexico.
with accounts as (
    select
        resolved.event_id,
        coalesce(holder.actor_id, actor_mention.actor_id) as actor_id,
        argument.participation,
        argument.confidence,
        told.document_id,
        told.plover_type,
        case argument.participation
            when 'host' then 1 when 'visitor' then 2 when 'mediator' then 3
            when 'source' then 4 when 'target' then 5 else 6
        end as participation_rank
    from entities.event_argument as argument
    inner join entities.event_mention as told on told.event_mention_id = argument.event_mention_id
    inner join resolution.event_mention as resolved on resolved.event_mention_id = argument.event_mention_id
    left join resolution.actor_mention as actor_mention on actor_mention.chain_id = argument.chain_id
    left join resolution.actor_mention as holder on holder.chain_id = argument.office_chain_id
    where coalesce(holder.actor_id, actor_mention.actor_id) is not null
),

offices as (
    select document_id, actor_id, role_id, country_id
    from resolution.office
    where not is_former

    union all
    select office.document_id, holder.actor_id, role.role_id, office.country_id
    from entities.office_mention as office
    inner join resolution.actor_mention as holder on holder.chain_id = office.chain_id
    inner join star.dim_role as role on role.title = office.role_title
),

named as (
    select
        accounts.event_id,
        accounts.actor_id,
        arg_min(role.role_id, (role.rank, role.role_id)) as role_id,
        arg_min(offices.country_id, (offices.country_id is null, role.rank, role.role_id, offices.country_id)) as country_id
    from accounts
    inner join offices on offices.document_id = accounts.document_id and offices.actor_id = accounts.actor_id
    inner join star.dim_role as role on role.role_id = offices.role_id
    group by accounts.event_id, accounts.actor_id
),

represented as (
    select distinct accounts.event_id, actor.country_id
    from accounts
    inner join star.dim_actor as actor on actor.actor_id = accounts.actor_id
    where
        actor.kind = 'person'
        and accounts.plover_type = 'CONSULT'
        and accounts.participation != 'attendee'
)

select
    accounts.event_id,
    accounts.actor_id,
    arg_min(accounts.participation, (accounts.participation_rank, -accounts.confidence)) as participation,
    any_value(named.role_id) as role_id,
    coalesce(any_value(named.country_id), any_value(actor.country_id)) as country_id,
    max(accounts.confidence) as confidence
from accounts
inner join star.dim_actor as actor on actor.actor_id = accounts.actor_id
left join named on named.event_id = accounts.event_id and named.actor_id = accounts.actor_id
left join represented on represented.event_id = accounts.event_id and represented.country_id = actor.country_id
where actor.kind != 'country' or represented.event_id is null
group by accounts.event_id, accounts.actor_id
order by accounts.event_id, accounts.actor_id
