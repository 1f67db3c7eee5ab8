-- An event is told by at least one account, its documents are those of its accounts, its sources are their stories:
-- three copies of one agency text are one source.
with told as (
    select
        account.event_id,
        count(distinct account.document_id) as document_count,
        count(distinct story.story_id) as source_count
    from star.fact_event_mention as account
    inner join resolution.story as story on story.document_id = account.document_id
    group by account.event_id
)

select event.event_id
from star.fact_event as event
left join told on told.event_id = event.event_id
where told.event_id is null
    or event.document_count <> told.document_count
    or event.source_count <> told.source_count
    or event.source_count > event.document_count
order by event.event_id
