-- What did foreign ministers say who hold the office?
select statement.speaker, statement.office, statement.text, statement.title
from marts.statement as statement
where statement.office like 'foreign minister of %' and statement.kind = 'direct'
order by statement.speaker, statement.text
