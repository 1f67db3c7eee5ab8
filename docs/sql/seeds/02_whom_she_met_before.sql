-- Which Venezuelan officials did Alicia Bárcena meet on 16 October 2023 before seeing Maduro?
select distinct other.actor
from marts.meeting_participant as guest
inner join marts.meeting as meeting on meeting.event_id = guest.event_id
inner join marts.meeting_participant as other on other.event_id = guest.event_id and other.country_id = 'VEN'
where guest.actor = 'Alicia Bárcena' and meeting.mode = 'meeting' and meeting.start_on = date '2023-10-16'
    and not contains(meeting.participants, 'Maduro')
order by other.actor
