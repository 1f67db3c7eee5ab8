-- Whom did the foreign minister of Mexico meet in 2023, where, and on what occasion?
select meeting.start_on, meeting.place, meeting.participants_and_offices, meeting.titles
from marts.meeting_participant as participant
inner join marts.meeting as meeting on meeting.event_id = participant.event_id
where participant.role = 'foreign minister' and participant.country_id = 'MEX'
    and year(meeting.start_on) = 2023 and meeting.realis = 'asserted'
order by meeting.start_on, meeting.participants
