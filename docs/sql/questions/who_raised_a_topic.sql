-- Who raised migration with Mexico, at which event, and in which sentence?
-- A meeting has what is raised at it; an act of its own ("urged", "thanked") has its topic too: take the event types wanted.
select distinct
    event.start_on,
    type.plover_type,
    country.name as raised_by,
    evidence.text as sentence
from star.bridge_event_topic as bridge
inner join star.dim_topic as topic on topic.topic_id = bridge.topic_id and topic.context = 'migration'
inner join star.dim_country as country on country.country_id = bridge.raised_by_country_id
inner join star.fact_event as event on event.event_id = bridge.event_id
inner join star.dim_event_type as type on type.event_type_id = event.event_type_id
inner join star.bridge_event_participant as participant on participant.event_id = event.event_id and participant.country_id = 'MEX'
inner join star.evidence as evidence
    on evidence.fact_table = 'bridge_event_topic'
    and evidence.field = 'raised_by_country_id'
    and evidence.fact_id = bridge.event_id || ':' || bridge.topic_id || ':' || bridge.raised_by_country_id
order by all
