-- Which figure of trade between the United States and Mexico did she give?
select amount.text, amount.value, amount.currency, amount.is_approximate
from star.fact_amount as amount
inner join star.dim_document as document on document.document_id = amount.document_id
inner join star.fact_event_mention as told on told.document_id = document.document_id
inner join star.dim_place as place on place.place_id = told.place_id and place.name = 'Washington'
where amount.kind = 'money'
group by all
