-- Which foreign ministers did Lavrov meet on his tour of February 2020, and whom was he to meet?
select meeting.realis, other.actor, other.country_id
from marts.meeting_participant as visitor
inner join marts.meeting as meeting on meeting.event_id = visitor.event_id and meeting.mode = 'meeting'
inner join marts.meeting_participant as other on other.event_id = visitor.event_id and other.role = 'foreign minister'
where visitor.actor = 'Sergey Lavrov' and other.actor != visitor.actor
order by meeting.realis, other.actor
