-- Aliases are the other names of an actor, each once: counting names would count the main one twice.
-- severity: warning
select actor_id
from star.dim_actor
where list_contains(aliases, name) or len(aliases) <> len(list_distinct(aliases))
order by actor_id
