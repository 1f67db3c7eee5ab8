-- Did the delegation ask Mexico to reinforce its measures on migration, in Bárcena's words?
select text
from marts.statement
where speaker = 'Alicia Bárcena' and text ilike '%request%'
