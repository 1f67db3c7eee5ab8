-- Who attended the meeting of Maduro and Bárcena at Miraflores Palace on 16 October 2023?
select participant.actor, participant.participation, participant.role
from marts.meeting_participant as participant
inner join marts.meeting as meeting on meeting.event_id = participant.event_id
where meeting.start_on = date '2023-10-16' and meeting.place like 'Miraflores%'
order by participant.participation, participant.actor
