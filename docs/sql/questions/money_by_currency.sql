-- Which sums of money are named, by currency, and in which articles?
select amount.currency, count(*) as sums, max(amount.value) as largest, list(distinct document.title order by document.title) as titles
from star.fact_amount as amount
inner join star.dim_document as document on document.document_id = amount.document_id and document.is_story_lead
where amount.kind = 'money'
group by amount.currency
order by amount.currency
