-- Which officials of the United States other than Blinken did Alicia Bárcena meet during her visit to Washington?
select distinct other.actor
from marts.meeting_participant as guest
inner join marts.meeting as meeting on meeting.event_id = guest.event_id and meeting.mode = 'meeting'
inner join marts.meeting_participant as other on other.event_id = guest.event_id and other.actor != guest.actor
inner join star.fact_event_mention as told on told.event_id = meeting.event_id
inner join star.fact_event_mention as in_washington on in_washington.document_id = told.document_id
inner join star.dim_place as place on place.place_id = in_washington.place_id and place.name = 'Washington'
where guest.actor = 'Alicia Bárcena' and meeting.realis = 'asserted' and not contains(meeting.participants, 'Blinken')
    and not contains(meeting.participants, 'López Obrador')
order by other.actor
