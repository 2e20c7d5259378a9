-- Words of a text as they are compared: as `sanad.kit.text.fold`, in the database. Ranges of letters are written out, so
-- that it does not matter which locale a server has.
create function sanad_words(said text) returns text[]
language sql immutable parallel safe as $$
    select array(
        select distinct left(word, 24)
        from regexp_split_to_table(
            case when octet_length(said) = length(said) then lower(said) else translate(
                regexp_replace(
                    lower(normalize(said, NFKD)),
                    '[\u00ad\u0300-\u036f\u0610-\u061c\u0621\u0640\u064b-\u065f\u0670\u0674\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff]',
                    '', 'g'
                ),
                'يىېۍكڪهھەةۃٱٲٳ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
                'ییییککہہہہہااا01234567890123456789'
            ) end,
            '[^0-9a-z\u00df-\u024f\u0620-\u06d3\u06ee-\u06ff\u0750-\u077f\u08a0-\u08d2\u0900-\u0dff]+'
        ) word
        where length(word) > 1 or word between '0' and '9'
    )
$$;

-- A word as a number: English words by their stem ("killed" and "killing" are one), without those that say nothing.
create function sanad_word_number(word text) returns int
language sql immutable parallel safe as $$
    select case when word ~ '^[a-z]+$'
        then (select hashtext('w' || stem[1]) from pg_catalog.ts_lexize('pg_catalog.english_stem', word) stem)
        else hashtext('w' || word) end
$$;

create function sanad_word_numbers(words text[]) returns int[]
language sql immutable parallel safe as $$
    select array(select sanad_word_number(word) from unnest(words) with ordinality one(word, at) order by at)
$$;

-- Codes, institutions, places and offices stand in the index beside the words: c is a code, i an institution, ...
create function sanad_thing_number(kind text, id int) returns int
language sql immutable parallel safe as $$ select hashtext(kind || ':' || id::text) $$;
