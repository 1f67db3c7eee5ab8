-- One row per amount. Its event is the one told in the same sentence.
with tellings as (
    select amount.amount_id, min(resolved.event_id) as event_id
    from entities.amount as amount
    inner join entities.event_mention as told
        on told.document_id = amount.document_id
        and amount.raw_start between told.raw_start and told.raw_end
    inner join resolution.event_mention as resolved on resolved.event_mention_id = told.event_mention_id
    group by amount.amount_id
)

select
    amount.amount_id,
    amount.document_id,
    amount.kind,
    amount.value,
    amount.value_max,
    amount.currency,
    amount.unit,
    amount.is_approximate,
    amount.text,
    tellings.event_id,
    amount.raw_start,
    amount.raw_end
from entities.amount as amount
left join tellings on tellings.amount_id = amount.amount_id
order by amount.amount_id
