-- One document stands for each story: none, and the story is not counted; two, and it is counted twice.
select story_id
from resolution.story
group by story_id
having count(*) filter (where is_story_lead) <> 1
order by story_id
