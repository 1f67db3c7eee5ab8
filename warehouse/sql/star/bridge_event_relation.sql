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

outcomes as (
    select
        planned.event_id,
        other.event_id as related_event_id,
        case any_value(other.realis) when 'asserted' then 'realised_by' else 'cancelled_by' end as relation
    from people as planned
    inner join people as other
        on other.actor_id = planned.actor_id
        and other.plover_type = planned.plover_type
        and other.start_on between planned.start_on and planned.end_on
    where planned.realis = 'planned' and other.realis in ('asserted', 'cancelled')
    group by planned.event_id, other.event_id
    having count(distinct planned.actor_id) >= 2
),

told as (
    select distinct event_id, document_id
    from star.fact_event_mention
),

parts as (
    select distinct meeting.event_id, visit.event_id as related_event_id, 'part_of' as relation
    from people as visit
    inner join people as host
        on host.event_id = visit.event_id and host.participation = 'host'
        and host.country_id is distinct from visit.country_id
    inner join people as meeting
        on meeting.actor_id = visit.actor_id
        and meeting.plover_type = 'CONSULT'
        and meeting.mode in ('meeting', 'multilateral')
        and meeting.realis = visit.realis
        and not coalesce(meeting.start_on > visit.end_on or meeting.end_on < visit.start_on, false)
    inner join people as met
        on met.event_id = meeting.event_id and met.actor_id != meeting.actor_id and met.country_id = host.country_id
    inner join told as meeting_told on meeting_told.event_id = meeting.event_id
    inner join told as visit_told
        on visit_told.event_id = visit.event_id and visit_told.document_id = meeting_told.document_id
    where visit.plover_type = 'CONSULT' and visit.mode = 'visit' and visit.participation = 'visitor'
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
