-- Which events with Mexico are about migration, who took part, and in which sentence does it stand?
select distinct event.start_on, type.plover_type, told.sentence_text
from star.bridge_event_topic as bridge
inner join star.dim_topic as topic on topic.topic_id = bridge.topic_id and topic.context = 'migration'
inner join star.fact_event as event on event.event_id = bridge.event_id
inner join star.dim_event_type as type on type.event_type_id = event.event_type_id
inner join star.fact_event_mention as told on told.event_id = event.event_id
inner join star.bridge_event_participant as participant on participant.event_id = event.event_id and participant.country_id = 'MEX'
order by all
