-- One row per related pair of events. A planned event is realised or cancelled by one of the same kind that at least two
-- of its participants share and whose day it allows. A meeting is part of a visit that a document it stands in tells, of
-- one who met, to the country of one who was met, on days that do not exclude each other. An event told as not done
-- contradicts one of the same kind and the same main participants, at least two, that somebody else tells as done: another
-- publisher, of days that overlap, or another one whom the same document quotes. A meeting, visit or call follows the last
-- one of the same two on an earlier day.
with people as (
    select
        event.event_id,
        event.realis,
        event.start_on,
        event.end_on,
        type.plover_type,
        type.mode,
        participant.actor_id,
        participant.participation,
        participant.country_id
    from star.fact_event as event
    inner join star.dim_event_type as type on type.event_type_id = event.event_type_id
    inner join star.bridge_event_participant as participant on participant.event_id = event.event_id
),

-- the large joins ask for two participants and the day together, and in the order in which they are written (materialized):
-- somebody named everywhere would be joined with all that is told of him
duos as (
    select one.event_id, one.plover_type, one.realis, one.start_on, one.end_on, one.actor_id, other.actor_id as other_id
    from people as one
    inner join people as other on other.event_id = one.event_id and other.actor_id > one.actor_id
),

planned_days as (
    select event_id, plover_type, actor_id, other_id, unnest(generate_series(start_on, end_on, interval 1 day))::date as day
    from duos
    where realis = 'planned'
),

outcomes as (
    select distinct
        planned.event_id,
        other.event_id as related_event_id,
        case other.realis when 'asserted' then 'realised_by' else 'cancelled_by' end as relation
    from planned_days as planned
    inner join duos as other
        on other.actor_id = planned.actor_id
        and other.other_id = planned.other_id
        and other.plover_type = planned.plover_type
        and other.start_on = planned.day
    where other.realis in ('asserted', 'cancelled')
),

told as (
    select distinct event_id, document_id
    from star.fact_event_mention
),

beside as materialized (
    select distinct visit.event_id as visit_id, meeting.event_id as meeting_id
    from told as visit
    inner join told as meeting on meeting.document_id = visit.document_id and meeting.event_id != visit.event_id
    where
        visit.event_id in (
            select event_id from people where plover_type = 'CONSULT' and mode = 'visit' and participation = 'visitor'
        )
        and meeting.event_id in (
            select event_id from people where plover_type = 'CONSULT' and mode in ('meeting', 'multilateral')
        )
),

visits as (
    select distinct visit.event_id, visit.actor_id, visit.realis, visit.start_on, visit.end_on, host.country_id as host_country_id
    from people as visit
    inner join people as host
        on host.event_id = visit.event_id and host.participation = 'host'
        and host.country_id is distinct from visit.country_id
    where visit.participation = 'visitor'
),

met_on_visits as materialized (
    select beside.meeting_id, beside.visit_id, meeting.actor_id, visit.host_country_id
    from beside
    inner join visits as visit on visit.event_id = beside.visit_id
    inner join people as meeting
        on meeting.event_id = beside.meeting_id
        and meeting.actor_id = visit.actor_id
        and meeting.realis = visit.realis
        and not coalesce(meeting.start_on > visit.end_on or meeting.end_on < visit.start_on, false)
),

parts as (
    select distinct meeting.meeting_id as event_id, meeting.visit_id as related_event_id, 'part_of' as relation
    from met_on_visits as meeting
    inner join people as met
        on met.event_id = meeting.meeting_id
        and met.country_id = meeting.host_country_id
        and met.actor_id != meeting.actor_id
),

sides as (
    select event_id, list(actor_id order by actor_id) as actor_ids
    from star.bridge_event_participant
    where participation != 'attendee'
    group by event_id
    having count(*) >= 2
),

accounts as (
    select
        event.event_id,
        event.event_type_id,
        event.realis,
        event.start_on,
        event.end_on,
        sides.actor_ids,
        document.document_id,
        document.publisher_id,
        told.attributed_to_chain_id as teller
    from star.fact_event as event
    inner join sides on sides.event_id = event.event_id
    inner join star.fact_event_mention as mention on mention.event_id = event.event_id
    inner join entities.event_mention as told on told.event_mention_id = mention.event_mention_id
    inner join star.dim_document as document on document.document_id = mention.document_id
),

contradictions as (
    select distinct denied.event_id, held.event_id as related_event_id, 'contradicts' as relation
    from accounts as denied
    inner join accounts as held on held.event_type_id = denied.event_type_id and held.actor_ids = denied.actor_ids
    where denied.realis = 'negated' and held.realis = 'asserted'
    and case
        when held.document_id = denied.document_id
            then held.teller is distinct from denied.teller
            and not coalesce(held.start_on > denied.end_on or held.end_on < denied.start_on, false)
        else held.publisher_id != denied.publisher_id
            and held.start_on <= denied.end_on and held.end_on >= denied.start_on
    end
),

pairs as (
    select one.actor_id, other.actor_id as other_id, one.start_on, min(one.event_id) as event_id
    from people as one
    inner join people as other on other.event_id = one.event_id and other.actor_id > one.actor_id
    where
        one.plover_type = 'CONSULT' and one.realis = 'asserted' and one.start_on = one.end_on
        and one.participation != 'attendee' and other.participation != 'attendee'
    group by one.actor_id, other.actor_id, one.start_on
),

sequels as (
    select distinct
        event_id,
        lag(event_id) over (partition by actor_id, other_id order by start_on) as related_event_id,
        'follows' as relation
    from pairs
)

select event_id, related_event_id, relation
from outcomes
union all
select event_id, related_event_id, relation
from parts
union all
select event_id, related_event_id, relation
from contradictions
union all
select event_id, related_event_id, relation
from sequels
where related_event_id is not null
order by event_id, related_event_id
