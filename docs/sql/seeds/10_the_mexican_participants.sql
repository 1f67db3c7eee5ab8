-- Who was there for Mexico, beside the president?
select participant.actor, participant.role
from marts.meeting_participant as participant
inner join marts.meeting as meeting on meeting.event_id = participant.event_id
where meeting.place like 'National Palace%' and participant.country_id = 'MEX' and participant.role != 'president'
order by participant.actor
