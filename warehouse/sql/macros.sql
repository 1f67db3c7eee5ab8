-- A text of which many spans are read: DuckDB counts the characters of a text from its beginning for every span, which
-- takes the square of the length of a long one. A piece reaches beyond the beginning of the next by the length of a sentence.
create temp macro in_pieces(text) as {
    'text': text,
    'length': length(text),
    'pieces': list_transform(range(0, length(text), 2000), lambda place: substring(text, place + 1, 2500))
};

-- The same as substring(text, first + 1, last - first), of a text in pieces.
create temp macro span_text(whole, first, last) as coalesce(
    case
        when last - first between 0 and 500
            then substring(whole.pieces[first // 2000 + 1], first % 2000 + 1, last - first)
    end,
    substring(whole.text, first + 1, last - first)
);
