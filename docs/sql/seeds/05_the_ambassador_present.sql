-- Who was the Chinese ambassador to Venezuela who was present at the meetings of Cai Wei?
select distinct ambassador.actor
from marts.meeting_participant as visitor
inner join marts.meeting_participant as ambassador
    on ambassador.event_id = visitor.event_id and ambassador.role = 'ambassador' and ambassador.country_id = 'CHN'
where visitor.actor = 'Cai Wei'
