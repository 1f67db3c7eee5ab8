-- Coreference is within a document: a chain of two would tie their actors together unseen.
select chain_id
from entities.mention
group by chain_id
having count(distinct document_id) > 1
order by chain_id
