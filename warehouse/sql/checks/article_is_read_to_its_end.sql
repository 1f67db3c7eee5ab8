-- An article that the reader failed on, or was too slow for, is a fault of the reader: report it with the file.
-- severity: warning
select article_id
from documents.rejected
where reason in ('failed', 'too_slow')
order by article_id
