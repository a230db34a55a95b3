-- A text without case, accents and punctuation, for searches: words of letters and digits with one space between them.
-- Decomposed first, so that only ASCII letters have to become small: some locales make no others small.
create or replace function access.plain_text(text text) returns text language sql immutable
begin atomic
  select btrim(regexp_replace(
    replace(replace(replace(
      translate(lower(regexp_replace(normalize(text, NFKD), '[\u0300-\u036f]', '', 'g')), 'ØøŁłĐđÐðĦħıŒÆ', 'oollddddhhiœæ'),
    'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'),
    '[^a-z0-9\u00c0-\u1fff\u2c00-\U0010ffff]+', ' ', 'g'));
end;

revoke all on function access.plain_text(text) from public;
grant execute on function access.plain_text(text) to hub_partner;
