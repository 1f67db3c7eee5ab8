-- One row per related pair of events. A planned event is realised by an asserted one of the same kind that at least
-- two of its participants share and whose day it allows.
with people as (
    select event.event_id, event.realis, event.start_on, event.end_on, type.plover_type, participant.actor_id
    from star.fact_event as event
    inner join star.dim_event_type as type on type.event_type_id = event.event_type_id
    inner join star.bridge_event_participant as participant on participant.event_id = event.event_id
),

pairs as (
    select
        planned.event_id,
        other.event_id as related_event_id,
        any_value(other.realis) as realis,
        count(distinct planned.actor_id) as shared_actors
    from people as planned
    inner join people as other
        on other.actor_id = planned.actor_id
        and other.plover_type = planned.plover_type
        and other.start_on between planned.start_on and planned.end_on
    where planned.realis = 'planned' and other.realis in ('asserted', 'cancelled')
    group by planned.event_id, other.event_id
)

select
    event_id,
    related_event_id,
    case realis when 'asserted' then 'realised_by' else 'cancelled_by' end as relation
from pairs
where shared_actors >= 2
order by event_id, related_event_id
