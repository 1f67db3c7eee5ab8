-- Evidence is the raw text of its span, character for character.
with article as (
    select article_id, in_pieces(text) as text
    from raw.article
)

select evidence.fact_table, evidence.fact_id, evidence.field, evidence.document_id, evidence.raw_start, evidence.raw_end
from star.evidence as evidence
left join article on article.article_id = evidence.document_id
where evidence.text is distinct from span_text(article.text, evidence.raw_start, evidence.raw_end)
order by evidence.fact_table, evidence.fact_id, evidence.field, evidence.document_id, evidence.raw_start, evidence.raw_end
