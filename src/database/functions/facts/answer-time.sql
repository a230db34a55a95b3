-- The class of the working days until an answer; null days: there is no answer.
create or replace function facts.answer_time(days int) returns text language sql immutable
  return case
    when days is null then 'NOT_ANSWERED'
    when days <= 1 then 'WITHIN_1'
    when days <= 3 then 'WITHIN_3'
    when days <= 5 then 'WITHIN_5'
    when days <= 10 then 'WITHIN_10'
    when days <= 20 then 'WITHIN_20'
    else 'OVER_20' end;

revoke all on function facts.answer_time(int) from public;
grant execute on function facts.answer_time(int) to hub_facts;
