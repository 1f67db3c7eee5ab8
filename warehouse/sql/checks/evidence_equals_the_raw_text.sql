-- Evidence is the raw text of its span, character for character.
select evidence.fact_table, evidence.fact_id, evidence.field, evidence.document_id, evidence.raw_start, evidence.raw_end
from star.evidence as evidence
left join raw.article as article on article.article_id = evidence.document_id
where evidence.text
    is distinct from substring(article.text, evidence.raw_start + 1, evidence.raw_end - evidence.raw_start)
order by evidence.fact_table, evidence.fact_id, evidence.field, evidence.document_id, evidence.raw_start, evidence.raw_end
