-- Where and when was the dialogue of the Venezuelan government and the Unitary Platform due to resume, and who facilitates it?
select meeting.start_on, meeting.place, regexp_extract(quote.text, 'facilitated by (\w+)', 1) as facilitated_by
from marts.meeting as meeting
inner join star.fact_event_mention as told on told.event_id = meeting.event_id
inner join star.fact_quote as quote on quote.document_id = told.document_id and contains(quote.text, 'facilitated by')
where meeting.realis = 'planned' and contains(meeting.participants, 'Unitary Platform') and contains(meeting.participants, 'Venezuela')
