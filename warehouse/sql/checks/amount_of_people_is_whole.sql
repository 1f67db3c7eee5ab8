-- People come in whole numbers: 2.4 people is 2.4 million whose multiplier was not read.
-- severity: warning
select amount_id
from entities.amount
where kind = 'people' and (value < 0 or value <> floor(value))
order by amount_id
