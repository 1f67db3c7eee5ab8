-- Generated from warehouse/tables/ by python -m warehouse.dictionary; do not edit.
create schema if not exists raw;
create schema if not exists documents;
create schema if not exists entities;
create schema if not exists resolution;
create schema if not exists star;
create schema if not exists marts;

create table raw.landing (
    landing_id varchar not null,
    batch_id varchar not null,
    source_uri varchar not null,
    article_id varchar not null,
    outcome varchar not null,
    byte_size bigint not null,
    modified_at timestamp,
    landed_at timestamp not null
);
comment on table raw.landing is 'One row per sighting of a source (file or record) whose content was new or changed when its batch landed.';
comment on column raw.landing.landing_id is 'Sighting: batch and source together.';
comment on column raw.landing.batch_id is 'Batch in which the article landed; a Dagster partition key.';
comment on column raw.landing.source_uri is 'Where the article came from: path or URL, with #n for record n of a container.';
comment on column raw.landing.article_id is 'Article: the first 16 hexadecimal characters of the SHA-256 of its bytes; when its container declares fields, of that SHA-256 and the fields; of its source when no bytes could be read.';
comment on column raw.landing.outcome is 'new: first sight of this article; duplicate: seen before; unreadable: no article could be read.';
comment on column raw.landing.byte_size is 'Size in bytes: of the file, or of the record''s content.';
comment on column raw.landing.modified_at is 'Modification time of the file, UTC, when it has one.';
comment on column raw.landing.landed_at is 'When the batch landed, UTC.';

create table raw.article (
    article_id varchar not null,
    sha256 varchar,
    batch_id varchar not null,
    source_uri varchar not null,
    media_type varchar not null,
    byte_size bigint not null,
    encoding varchar,
    text varchar,
    landed_at timestamp not null,
    declared_url varchar,
    declared_title varchar,
    declared_published_at varchar,
    declared_publisher varchar,
    declared_author varchar,
    problem varchar
);
comment on table raw.article is 'One row per distinct article landed: a file''s content, or a record''s content and what its container declares.';
comment on column raw.article.article_id is 'Article: the first 16 hexadecimal characters of the SHA-256 of its bytes; when its container declares fields, of that SHA-256 and the fields; of its source when no bytes could be read.';
comment on column raw.article.sha256 is 'SHA-256 of the content''s bytes, hexadecimal; null when none were read.';
comment on column raw.article.batch_id is 'Batch in which the article landed; a Dagster partition key.';
comment on column raw.article.source_uri is 'Where the article came from: path or URL, with #n for record n of a container.';
comment on column raw.article.media_type is 'Media type: of the file, or of the record''s content.';
comment on column raw.article.byte_size is 'Size in bytes.';
comment on column raw.article.encoding is 'Character encoding the text was decoded from; null when not text.';
comment on column raw.article.text is 'Decoded text, unaltered (line ends too); null when the bytes are not readable text.';
comment on column raw.article.landed_at is 'When the batch landed, UTC.';
comment on column raw.article.declared_url is 'URL the container gives for the record.';
comment on column raw.article.declared_title is 'Title the container gives for the record.';
comment on column raw.article.declared_published_at is 'Publication time the container gives, as written there.';
comment on column raw.article.declared_publisher is 'Publisher the container gives for the record.';
comment on column raw.article.declared_author is 'Author the container gives for the record.';
comment on column raw.article.problem is 'Reason code and detail, ''reason: detail'', when no text could be read; null otherwise.';

create table documents.document (
    document_id varchar not null,
    title varchar,
    body varchar not null,
    publisher varchar,
    domain varchar,
    author varchar,
    url varchar,
    language varchar not null,
    published_on date,
    published_basis varchar not null,
    dateline_city varchar,
    dateline_on date,
    wire_source varchar,
    word_count bigint not null,
    signature bigint[] not null
);
comment on table documents.document is 'One row per article kept.';
comment on column documents.document.document_id is 'Document; equal to the article_id it was read from.';
comment on column documents.document.title is 'Headline, without markup; null when the text has none.';
comment on column documents.document.body is 'Article text without page furniture; paragraphs end in a blank line.';
comment on column documents.document.publisher is 'Publisher''s name, from the text, URL or container.';
comment on column documents.document.domain is 'Host of the article''s URL without ''www.''.';
comment on column documents.document.author is 'Author from the byline.';
comment on column documents.document.url is 'The article''s own URL.';
comment on column documents.document.language is 'Language of the body, ISO 639 code.';
comment on column documents.document.published_on is 'Day of publication; null rather than guessed.';
comment on column documents.document.published_basis is 'How published_on is known.';
comment on column documents.document.dateline_city is 'City named in the dateline.';
comment on column documents.document.dateline_on is 'Day of the dateline; null when its year cannot be known.';
comment on column documents.document.wire_source is 'Agency credited for the text.';
comment on column documents.document.word_count is 'Words in the body.';
comment on column documents.document.signature is 'MinHash, 128 unsigned 32-bit values: 48 of neighbouring content words of the body, 16 of those of its opening, 64 of its names and numbers. The share of equal values estimates how much two texts have in common.';

create table documents.segment (
    document_id varchar not null,
    raw_start bigint not null,
    raw_end bigint not null,
    kind varchar not null,
    body_start bigint,
    body_end bigint
);
comment on table documents.segment is 'One row per run of raw text; together the segments of a document cover its raw text without gaps.';
comment on column documents.segment.document_id is 'Document; equal to the article_id it was read from.';
comment on column documents.segment.raw_start is 'First code point of the span in raw.article.text.';
comment on column documents.segment.raw_end is 'Code point after the last of the span in raw.article.text.';
comment on column documents.segment.kind is 'What this run of raw text is.';
comment on column documents.segment.body_start is 'First code point in the body; null when not body.';
comment on column documents.segment.body_end is 'Code point after the last in the body; null when not body.';

create table documents.rejected (
    article_id varchar not null,
    reason varchar not null,
    detail varchar not null
);
comment on table documents.rejected is 'One row per article not kept, with the reason.';
comment on column documents.rejected.article_id is 'Article: the first 16 hexadecimal characters of the SHA-256 of its bytes; when its container declares fields, of that SHA-256 and the fields; of its source when no bytes could be read.';
comment on column documents.rejected.reason is 'Reason code.';
comment on column documents.rejected.detail is 'What was found in which source, and the remedy.';

create table entities.mention (
    mention_id varchar not null,
    document_id varchar not null,
    label varchar not null,
    text varchar not null,
    start_char bigint not null,
    end_char bigint not null,
    raw_start bigint not null,
    raw_end bigint not null,
    chain_id varchar not null,
    role_text varchar,
    role_title varchar,
    role_portfolio varchar,
    role_organization varchar,
    role_organization_chain_id varchar,
    role_status varchar,
    role_is_former boolean not null,
    role_start bigint,
    role_end bigint,
    country_id varchar,
    confidence double not null
);
comment on table entities.mention is 'One row per entity mention in a document.';
comment on column entities.mention.mention_id is 'Entity mention.';
comment on column entities.mention.document_id is 'Document; equal to the article_id it was read from.';
comment on column entities.mention.label is 'Entity type.';
comment on column entities.mention.text is 'The mention as the body has it.';
comment on column entities.mention.start_char is 'First code point of the span in documents.document.body.';
comment on column entities.mention.end_char is 'Code point after the last of the span in documents.document.body.';
comment on column entities.mention.raw_start is 'First code point of the span in raw.article.text.';
comment on column entities.mention.raw_end is 'Code point after the last of the span in raw.article.text.';
comment on column entities.mention.chain_id is 'Coreference chain: all mentions of one entity within one document.';
comment on column entities.mention.role_text is 'Title phrase attached to a person, as the text has it.';
comment on column entities.mention.role_title is 'Office that role_text names, as seeds/reference/roles.csv calls it.';
comment on column entities.mention.role_portfolio is 'What the office is about: foreign affairs.';
comment on column entities.mention.role_organization is 'Institution whose office it is, as the body has it: the OAS, Pemex.';
comment on column entities.mention.role_organization_chain_id is 'Chain of that institution, where it is a mention.';
comment on column entities.mention.role_status is 'Whether the office is held: current, former, acting or elect.';
comment on column entities.mention.role_is_former is 'True when role_text says former, ex- or late.';
comment on column entities.mention.role_start is 'First code point of role_text in raw.article.text.';
comment on column entities.mention.role_end is 'Code point after the last of role_text in raw.article.text.';
comment on column entities.mention.country_id is 'Country meant or, by who is in office, represented.';
comment on column entities.mention.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table entities.quote (
    quote_id varchar not null,
    document_id varchar not null,
    kind varchar not null,
    text varchar not null,
    cue_text varchar,
    speaker_chain_id varchar,
    start_char bigint not null,
    end_char bigint not null,
    raw_start bigint not null,
    raw_end bigint not null,
    confidence double not null
);
comment on table entities.quote is 'One row per quotation in a document.';
comment on column entities.quote.quote_id is 'Quotation.';
comment on column entities.quote.document_id is 'Document; equal to the article_id it was read from.';
comment on column entities.quote.kind is 'Direct, mixed or indirect.';
comment on column entities.quote.text is 'The words quoted, without the quotation marks.';
comment on column entities.quote.cue_text is 'Reporting words, for example ''said''.';
comment on column entities.quote.speaker_chain_id is 'Chain of the speaker; null when not known.';
comment on column entities.quote.start_char is 'First code point of the span in documents.document.body.';
comment on column entities.quote.end_char is 'Code point after the last of the span in documents.document.body.';
comment on column entities.quote.raw_start is 'First code point of the span in raw.article.text.';
comment on column entities.quote.raw_end is 'Code point after the last of the span in raw.article.text.';
comment on column entities.quote.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table entities.amount (
    amount_id varchar not null,
    document_id varchar not null,
    kind varchar not null,
    value double not null,
    value_max double,
    currency varchar,
    unit varchar,
    is_approximate boolean not null,
    text varchar not null,
    start_char bigint not null,
    end_char bigint not null,
    raw_start bigint not null,
    raw_end bigint not null
);
comment on table entities.amount is 'One row per amount (money, people, percent, count, duration) in a document.';
comment on column entities.amount.amount_id is 'Amount.';
comment on column entities.amount.document_id is 'Document; equal to the article_id it was read from.';
comment on column entities.amount.kind is 'What is counted.';
comment on column entities.amount.value is 'Value in the unit, multipliers applied (2.4 billion is 2400000000).';
comment on column entities.amount.value_max is 'Upper end of a range; null when there is none.';
comment on column entities.amount.currency is 'Currency of money, ISO 4217; null when it cannot be known.';
comment on column entities.amount.unit is 'What is counted, for example migrants, percent, hours.';
comment on column entities.amount.is_approximate is 'True for ''almost'', ''more than'', ''about'' and the like.';
comment on column entities.amount.text is 'The amount as the body has it.';
comment on column entities.amount.start_char is 'First code point of the span in documents.document.body.';
comment on column entities.amount.end_char is 'Code point after the last of the span in documents.document.body.';
comment on column entities.amount.raw_start is 'First code point of the span in raw.article.text.';
comment on column entities.amount.raw_end is 'Code point after the last of the span in raw.article.text.';

create table entities.time_expression (
    time_id varchar not null,
    document_id varchar not null,
    text varchar not null,
    start_on date,
    end_on date,
    grain varchar,
    basis varchar not null,
    start_char bigint not null,
    end_char bigint not null,
    raw_start bigint not null,
    raw_end bigint not null
);
comment on table entities.time_expression is 'One row per time expression in a document.';
comment on column entities.time_expression.time_id is 'Time expression.';
comment on column entities.time_expression.document_id is 'Document; equal to the article_id it was read from.';
comment on column entities.time_expression.text is 'The expression as the body has it.';
comment on column entities.time_expression.start_on is 'First day meant; null when unresolved.';
comment on column entities.time_expression.end_on is 'Last day meant; null when unresolved.';
comment on column entities.time_expression.grain is 'Precision of the expression; null when it has none.';
comment on column entities.time_expression.basis is 'What the expression was resolved against.';
comment on column entities.time_expression.start_char is 'First code point of the span in documents.document.body.';
comment on column entities.time_expression.end_char is 'Code point after the last of the span in documents.document.body.';
comment on column entities.time_expression.raw_start is 'First code point of the span in raw.article.text.';
comment on column entities.time_expression.raw_end is 'Code point after the last of the span in raw.article.text.';

create table entities.event_mention (
    event_mention_id varchar not null,
    document_id varchar not null,
    plover_type varchar not null,
    mode varchar,
    realis varchar not null,
    trigger_text varchar not null,
    trigger_start bigint not null,
    trigger_end bigint not null,
    sentence_text varchar not null,
    start_char bigint not null,
    end_char bigint not null,
    raw_start bigint not null,
    raw_end bigint not null,
    start_on date,
    end_on date,
    date_basis varchar not null,
    date_start bigint,
    date_end bigint,
    place_text varchar,
    place_mention_id varchar,
    topics varchar[] not null,
    is_main boolean not null,
    attributed_to_chain_id varchar,
    confidence double not null
);
comment on table entities.event_mention is 'One row per event as one sentence of a document tells it.';
comment on column entities.event_mention.event_mention_id is 'Event as one sentence of one document tells it.';
comment on column entities.event_mention.document_id is 'Document; equal to the article_id it was read from.';
comment on column entities.event_mention.plover_type is 'PLOVER event type.';
comment on column entities.event_mention.mode is 'PLOVER mode, for example visit, meeting, phone.';
comment on column entities.event_mention.realis is 'Whether the event is told as having happened.';
comment on column entities.event_mention.trigger_text is 'Words that tell the event.';
comment on column entities.event_mention.trigger_start is 'First code point of the trigger in raw.article.text.';
comment on column entities.event_mention.trigger_end is 'Code point after the last of the trigger in raw.article.text.';
comment on column entities.event_mention.sentence_text is 'The sentence as the body has it.';
comment on column entities.event_mention.start_char is 'First code point of the span in documents.document.body.';
comment on column entities.event_mention.end_char is 'Code point after the last of the span in documents.document.body.';
comment on column entities.event_mention.raw_start is 'First code point of the span in raw.article.text.';
comment on column entities.event_mention.raw_end is 'Code point after the last of the span in raw.article.text.';
comment on column entities.event_mention.start_on is 'First day of the event; null when unresolved.';
comment on column entities.event_mention.end_on is 'Last day of the event; null when unresolved.';
comment on column entities.event_mention.date_basis is 'What the date was resolved against.';
comment on column entities.event_mention.date_start is 'First code point of the date in raw.article.text.';
comment on column entities.event_mention.date_end is 'Code point after the date words in raw.article.text.';
comment on column entities.event_mention.place_text is 'Where, as the body has it; the most specific place named.';
comment on column entities.event_mention.place_mention_id is 'Mention that place_text is.';
comment on column entities.event_mention.topics is 'PLOVER contexts the sentence speaks of, sorted.';
comment on column entities.event_mention.is_main is 'Whether its sentence is mainly about it; of the others it tells beside, why, or of what.';
comment on column entities.event_mention.attributed_to_chain_id is 'Who says so; null when the document itself does.';
comment on column entities.event_mention.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table entities.event_argument (
    event_mention_id varchar not null,
    chain_id varchar not null,
    participation varchar not null,
    mention_id varchar not null,
    office_chain_id varchar,
    confidence double not null
);
comment on table entities.event_argument is 'One row per chain taking part in an event mention.';
comment on column entities.event_argument.event_mention_id is 'Event as one sentence of one document tells it.';
comment on column entities.event_argument.chain_id is 'Coreference chain: all mentions of one entity within one document.';
comment on column entities.event_argument.participation is 'The part the actor has in the event.';
comment on column entities.event_argument.mention_id is 'Mention in or nearest to the sentence that fills the part.';
comment on column entities.event_argument.office_chain_id is 'Office without a name in whose place a country or people takes part: its holder does, where known.';
comment on column entities.event_argument.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table entities.raised_topic (
    event_mention_id varchar not null,
    document_id varchar not null,
    context varchar not null,
    raised_by_chain_id varchar not null,
    topic_text varchar not null,
    cue_text varchar,
    sentence_text varchar not null,
    start_char bigint not null,
    end_char bigint not null,
    raw_start bigint not null,
    raw_end bigint not null,
    confidence double not null
);
comment on table entities.raised_topic is 'One row per topic that one side brings up at an event, and sentence in which it does.';
comment on column entities.raised_topic.event_mention_id is 'Event as one sentence of one document tells it.';
comment on column entities.raised_topic.document_id is 'Document; equal to the article_id it was read from.';
comment on column entities.raised_topic.context is 'PLOVER context, for example migration.';
comment on column entities.raised_topic.raised_by_chain_id is 'Chain of whoever brings it up.';
comment on column entities.raised_topic.topic_text is 'Keyword of the topic, as the body has it.';
comment on column entities.raised_topic.cue_text is 'Word that says so, for example ''raised'' or ''said''; null for bare quotations.';
comment on column entities.raised_topic.sentence_text is 'The sentence as the body has it.';
comment on column entities.raised_topic.start_char is 'First code point of the span in documents.document.body.';
comment on column entities.raised_topic.end_char is 'Code point after the last of the span in documents.document.body.';
comment on column entities.raised_topic.raw_start is 'First code point of the span in raw.article.text.';
comment on column entities.raised_topic.raw_end is 'Code point after the last of the span in raw.article.text.';
comment on column entities.raised_topic.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table entities.office_mention (
    chain_id varchar not null,
    document_id varchar not null,
    text varchar not null,
    start_char bigint not null,
    end_char bigint not null,
    raw_start bigint not null,
    raw_end bigint not null,
    role_title varchar not null,
    country_id varchar,
    role_organization_chain_id varchar,
    role_status varchar not null,
    earliest_year bigint,
    confidence double not null
);
comment on table entities.office_mention is 'One row per mention of an office whose holder the document does not name: "the Ukrainian Foreign Minister".';
comment on column entities.office_mention.chain_id is 'Coreference chain: all mentions of one entity within one document.';
comment on column entities.office_mention.document_id is 'Document; equal to the article_id it was read from.';
comment on column entities.office_mention.text is 'The title phrase as the body has it.';
comment on column entities.office_mention.start_char is 'First code point of the span in documents.document.body.';
comment on column entities.office_mention.end_char is 'Code point after the last of the span in documents.document.body.';
comment on column entities.office_mention.raw_start is 'First code point of the span in raw.article.text.';
comment on column entities.office_mention.raw_end is 'Code point after the last of the span in raw.article.text.';
comment on column entities.office_mention.role_title is 'Office, as seeds/reference/roles.csv calls it.';
comment on column entities.office_mention.country_id is 'Country that the phrase names.';
comment on column entities.office_mention.role_organization_chain_id is 'Chain of the institution that the phrase names, where it is a mention.';
comment on column entities.office_mention.role_status is 'Whether the phrase says current or acting.';
comment on column entities.office_mention.earliest_year is 'Earliest year that its sentence names; null when none.';
comment on column entities.office_mention.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table resolution.story (
    document_id varchar not null,
    story_id varchar not null,
    is_story_lead boolean not null
);
comment on table resolution.story is 'One row per document: the story it tells, which copies of one text share; another account of the event does not.';
comment on column resolution.story.document_id is 'Document; equal to the article_id it was read from.';
comment on column resolution.story.story_id is 'Cluster of near-duplicate documents: copies of one text share it.';
comment on column resolution.story.is_story_lead is 'True for the one document that stands for the story: the earliest published, then longest.';

create table resolution.actor (
    actor_id varchar not null,
    kind varchar not null,
    name varchar not null,
    aliases varchar[] not null,
    country_id varchar
);
comment on table resolution.actor is 'One row per person, organization, country or group that any document names.';
comment on column resolution.actor.actor_id is 'Person, organization, country or group.';
comment on column resolution.actor.kind is 'What the actor is.';
comment on column resolution.actor.name is 'Fullest name found, in its most frequent spelling.';
comment on column resolution.actor.aliases is 'Other names found, sorted.';
comment on column resolution.actor.country_id is 'Country the actor is or represents, by most evidence.';

create table resolution.actor_mention (
    document_id varchar not null,
    chain_id varchar not null,
    actor_id varchar not null,
    own_actor_id varchar not null,
    method varchar not null,
    confidence double not null
);
comment on table resolution.actor_mention is 'One row per coreference chain tied to an actor.';
comment on column resolution.actor_mention.document_id is 'Document; equal to the article_id it was read from.';
comment on column resolution.actor_mention.chain_id is 'Coreference chain: all mentions of one entity within one document.';
comment on column resolution.actor_mention.actor_id is 'Person, organization, country or group.';
comment on column resolution.actor_mention.own_actor_id is 'Identifier that the name of this chain alone would give; another one than actor_id says that the two were merged: an identifier published before still leads to its actor.';
comment on column resolution.actor_mention.method is 'How the mention was tied.';
comment on column resolution.actor_mention.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table resolution.listed_office (
    line bigint not null,
    actor_id varchar not null,
    role_id varchar not null,
    country_id varchar,
    organization_actor_id varchar,
    title_text varchar not null,
    start_on date not null,
    end_on date,
    source varchar
);
comment on table resolution.listed_office is 'One row per line of office_holders.csv whose holder a document names or means.';
comment on column resolution.listed_office.line is 'Line of the file.';
comment on column resolution.listed_office.actor_id is 'Person, organization, country or group.';
comment on column resolution.listed_office.role_id is 'Kind of office.';
comment on column resolution.listed_office.country_id is 'Country of the office; null for that of a body.';
comment on column resolution.listed_office.organization_actor_id is 'Institution of the office; null when the line names none.';
comment on column resolution.listed_office.title_text is 'Title as the line has it.';
comment on column resolution.listed_office.start_on is 'First day in office.';
comment on column resolution.listed_office.end_on is 'Last day in office; null while it is held.';
comment on column resolution.listed_office.source is 'Where the user has it from; null when the line does not say.';

create table resolution.place (
    place_id varchar not null,
    name varchar not null,
    kind varchar not null,
    country_id varchar,
    latitude double,
    longitude double,
    geonames_id bigint,
    parent_place_id varchar
);
comment on table resolution.place is 'One row per place that any document names.';
comment on column resolution.place.place_id is 'Place.';
comment on column resolution.place.name is 'Name.';
comment on column resolution.place.kind is 'Country, region, city or venue.';
comment on column resolution.place.country_id is 'Country the place lies in; null for a region of several.';
comment on column resolution.place.latitude is 'Degrees north; null when not known.';
comment on column resolution.place.longitude is 'Degrees east; null when not known.';
comment on column resolution.place.geonames_id is 'GeoNames identifier; null when the place has none here.';
comment on column resolution.place.parent_place_id is 'Place that contains this one: venue in city, city in country.';

create table resolution.place_mention (
    mention_id varchar not null,
    document_id varchar not null,
    place_id varchar not null,
    method varchar not null,
    confidence double not null
);
comment on table resolution.place_mention is 'One row per mention of a place that was tied to one.';
comment on column resolution.place_mention.mention_id is 'Entity mention.';
comment on column resolution.place_mention.document_id is 'Document; equal to the article_id it was read from.';
comment on column resolution.place_mention.place_id is 'Place.';
comment on column resolution.place_mention.method is 'How the mention was tied.';
comment on column resolution.place_mention.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table resolution.dateline_place (
    document_id varchar not null,
    place_id varchar not null
);
comment on table resolution.dateline_place is 'One row per document whose dateline names a known city.';
comment on column resolution.dateline_place.document_id is 'Document; equal to the article_id it was read from.';
comment on column resolution.dateline_place.place_id is 'Place.';

create table resolution.event_mention (
    event_mention_id varchar not null,
    document_id varchar not null,
    event_id varchar not null,
    own_event_id varchar not null
);
comment on table resolution.event_mention is 'One row per event mention: the real-world event it tells.';
comment on column resolution.event_mention.event_mention_id is 'Event as one sentence of one document tells it.';
comment on column resolution.event_mention.document_id is 'Document; equal to the article_id it was read from.';
comment on column resolution.event_mention.event_id is 'Real-world event, told by one or more documents.';
comment on column resolution.event_mention.own_event_id is 'Identifier that this account alone would give: one published before leads to its event.';

create table resolution.statement (
    quote_id varchar not null,
    document_id varchar not null,
    statement_id varchar not null
);
comment on table resolution.statement is 'One row per quotation: the statement it repeats.';
comment on column resolution.statement.quote_id is 'Quotation.';
comment on column resolution.statement.document_id is 'Document; equal to the article_id it was read from.';
comment on column resolution.statement.statement_id is 'The same statement across quotations, documents and translations.';

create table resolution.office (
    mention_id varchar not null,
    document_id varchar not null,
    actor_id varchar not null,
    role_id varchar not null,
    country_id varchar,
    organization_actor_id varchar,
    title_text varchar not null,
    is_former boolean not null,
    status varchar,
    observed_on date
);
comment on table resolution.office is 'One row per mention in which a person is named with an office.';
comment on column resolution.office.mention_id is 'Entity mention.';
comment on column resolution.office.document_id is 'Document; equal to the article_id it was read from.';
comment on column resolution.office.actor_id is 'Person, organization, country or group.';
comment on column resolution.office.role_id is 'Kind of office.';
comment on column resolution.office.country_id is 'Country the office represents.';
comment on column resolution.office.organization_actor_id is 'Organization that the title names; null when it names none.';
comment on column resolution.office.title_text is 'Title phrase as the text has it.';
comment on column resolution.office.is_former is 'True when the text says former or ex-.';
comment on column resolution.office.status is 'Whether the office is held: current, former, acting or elect.';
comment on column resolution.office.observed_on is 'Day of the document; null when it has no date.';

create table star.dim_date (
    date_id bigint not null,
    date date not null,
    year bigint not null,
    quarter bigint not null,
    month bigint not null,
    iso_week bigint not null,
    weekday bigint not null
);
comment on table star.dim_date is 'One row per calendar day from the first to the last that any fact or document names.';
comment on column star.dim_date.date_id is 'Calendar day as yyyymmdd.';
comment on column star.dim_date.date is 'The day.';
comment on column star.dim_date.year is 'Calendar year.';
comment on column star.dim_date.quarter is 'Quarter, 1 to 4.';
comment on column star.dim_date.month is 'Month, 1 to 12.';
comment on column star.dim_date.iso_week is 'ISO 8601 week, 1 to 53.';
comment on column star.dim_date.weekday is 'ISO 8601 weekday, Monday 1 to Sunday 7.';

create table star.dim_country (
    country_id varchar not null,
    alpha_2 varchar not null,
    name varchar not null,
    demonym varchar,
    capital varchar,
    region varchar
);
comment on table star.dim_country is 'One row per ISO 3166-1 country.';
comment on column star.dim_country.country_id is 'Country, ISO 3166-1 alpha-3.';
comment on column star.dim_country.alpha_2 is 'ISO 3166-1 alpha-2.';
comment on column star.dim_country.name is 'English short name.';
comment on column star.dim_country.demonym is 'Adjective for the country; null for places without one.';
comment on column star.dim_country.capital is 'Capital or seat of government.';
comment on column star.dim_country.region is 'Region of the world.';

create table star.dim_place (
    place_id varchar not null,
    name varchar not null,
    kind varchar not null,
    country_id varchar,
    latitude double,
    longitude double,
    geonames_id bigint,
    parent_place_id varchar
);
comment on table star.dim_place is 'One row per place: country, region, city or venue.';
comment on column star.dim_place.place_id is 'Place.';
comment on column star.dim_place.name is 'Name.';
comment on column star.dim_place.kind is 'Country, region, city or venue.';
comment on column star.dim_place.country_id is 'Country the place lies in; null for a region of several.';
comment on column star.dim_place.latitude is 'Degrees north; null when not known.';
comment on column star.dim_place.longitude is 'Degrees east; null when not known.';
comment on column star.dim_place.geonames_id is 'GeoNames identifier; null when the place has none here.';
comment on column star.dim_place.parent_place_id is 'Place that contains this one: venue in city, city in country.';

create table star.dim_publisher (
    publisher_id varchar not null,
    name varchar not null,
    domain varchar,
    country_id varchar,
    kind varchar not null
);
comment on table star.dim_publisher is 'One row per publisher.';
comment on column star.dim_publisher.publisher_id is 'Publisher.';
comment on column star.dim_publisher.name is 'Name.';
comment on column star.dim_publisher.domain is 'Host of its site without ''www.''.';
comment on column star.dim_publisher.country_id is 'Country of its seat; null when not in the reference table.';
comment on column star.dim_publisher.kind is 'State media, agency, government, newspaper, IGO or other.';

create table star.dim_document (
    document_id varchar not null,
    source_uri varchar not null,
    url varchar,
    title varchar,
    author varchar,
    publisher_id varchar,
    wire_source varchar,
    language varchar not null,
    published_on date,
    published_basis varchar not null,
    dateline_place_id varchar,
    word_count bigint not null,
    story_id varchar not null,
    is_story_lead boolean not null,
    is_current boolean not null,
    sha256 varchar not null,
    batch_id varchar not null
);
comment on table star.dim_document is 'One row per document, whether current or superseded.';
comment on column star.dim_document.document_id is 'Document; equal to the article_id it was read from.';
comment on column star.dim_document.source_uri is 'Where the article came from: path or URL, with #n for record n of a container.';
comment on column star.dim_document.url is 'The article''s own URL.';
comment on column star.dim_document.title is 'Headline; null when the text has none.';
comment on column star.dim_document.author is 'Author from the byline.';
comment on column star.dim_document.publisher_id is 'Publisher; null when not known.';
comment on column star.dim_document.wire_source is 'Agency credited for the text.';
comment on column star.dim_document.language is 'Language of the body, ISO 639 code.';
comment on column star.dim_document.published_on is 'Day of publication; null rather than guessed.';
comment on column star.dim_document.published_basis is 'How published_on is known.';
comment on column star.dim_document.dateline_place_id is 'City of the dateline, when it is a known one.';
comment on column star.dim_document.word_count is 'Words in the body.';
comment on column star.dim_document.story_id is 'Cluster of near-duplicate documents: copies of one text share it.';
comment on column star.dim_document.is_story_lead is 'True for the one document that stands for the story.';
comment on column star.dim_document.is_current is 'False once a newer version of the same source or url has landed.';
comment on column star.dim_document.sha256 is 'SHA-256 of the article''s bytes, hexadecimal.';
comment on column star.dim_document.batch_id is 'Batch in which the article landed; a Dagster partition key.';

create table star.dim_actor (
    actor_id varchar not null,
    kind varchar not null,
    name varchar not null,
    aliases varchar[] not null,
    country_id varchar,
    first_seen_on date,
    last_seen_on date,
    document_count bigint not null
);
comment on table star.dim_actor is 'One row per person, organization, country or group.';
comment on column star.dim_actor.actor_id is 'Person, organization, country or group.';
comment on column star.dim_actor.kind is 'What the actor is.';
comment on column star.dim_actor.name is 'Fullest name found, in its most frequent spelling.';
comment on column star.dim_actor.aliases is 'Other names found, sorted.';
comment on column star.dim_actor.country_id is 'Country the actor is or represents, by most evidence.';
comment on column star.dim_actor.first_seen_on is 'Earliest day of a document that names it.';
comment on column star.dim_actor.last_seen_on is 'Latest day of a document that names it.';
comment on column star.dim_actor.document_count is 'Documents that name it.';

create table star.dim_role (
    role_id varchar not null,
    title varchar not null,
    portfolio varchar,
    rank bigint not null,
    sector varchar not null
);
comment on table star.dim_role is 'One row per kind of office.';
comment on column star.dim_role.role_id is 'Kind of office.';
comment on column star.dim_role.title is 'Office, for example foreign minister.';
comment on column star.dim_role.portfolio is 'What the office is about, for example foreign affairs.';
comment on column star.dim_role.rank is 'Protocol rank: 1 head of state or government, larger is lower.';
comment on column star.dim_role.sector is 'PLOVER sector code, for example GOV.';

create table star.dim_office (
    office_id varchar not null,
    actor_id varchar not null,
    role_id varchar not null,
    country_id varchar,
    organization_actor_id varchar,
    title_text varchar not null,
    valid_from date,
    valid_to date,
    is_current boolean not null,
    evidence_count bigint not null,
    basis varchar not null,
    source varchar
);
comment on table star.dim_office is 'One row per actor holding one office, as observed or as office_holders.csv lists it (slowly changing, type 2).';
comment on column star.dim_office.office_id is 'One actor holding one office, as observed.';
comment on column star.dim_office.actor_id is 'Person, organization, country or group.';
comment on column star.dim_office.role_id is 'Kind of office.';
comment on column star.dim_office.country_id is 'Country the office represents.';
comment on column star.dim_office.organization_actor_id is 'Organization of the office; null when not known.';
comment on column star.dim_office.title_text is 'Title phrase seen most often.';
comment on column star.dim_office.valid_from is 'First day listed, else earliest observed; null when no document has a date.';
comment on column star.dim_office.valid_to is 'Last day listed, else latest observed before a successor; null while current.';
comment on column star.dim_office.is_current is 'True when listed without an end, or when no successor and no ''former'' was observed.';
comment on column star.dim_office.evidence_count is 'Mentions that show it; none for an office only listed.';
comment on column star.dim_office.basis is 'Whether documents show it, office_holders.csv lists it, or both.';
comment on column star.dim_office.source is 'Source that the list gives; null when not listed or not given.';

create table star.dim_event_type (
    event_type_id varchar not null,
    plover_type varchar not null,
    mode varchar,
    quad_class varchar not null,
    plover_score double not null,
    planned_type varchar not null,
    description varchar not null
);
comment on table star.dim_event_type is 'One row per PLOVER type and mode.';
comment on column star.dim_event_type.event_type_id is 'PLOVER type and mode.';
comment on column star.dim_event_type.plover_type is 'PLOVER event type.';
comment on column star.dim_event_type.mode is 'Mode; null for the type without one.';
comment on column star.dim_event_type.quad_class is 'verbal or material cooperation or conflict, for example ''verbal cooperation''.';
comment on column star.dim_event_type.plover_score is 'Conflict -10 to cooperation 10; our scale, see docs.';
comment on column star.dim_event_type.planned_type is 'What PLOVER itself codes where an event of the type is still to come: cooperation as AGREE, conflict as THREATEN.';
comment on column star.dim_event_type.description is 'What the type and mode are.';

create table star.dim_topic (
    topic_id varchar not null,
    context varchar not null,
    label varchar not null
);
comment on table star.dim_topic is 'One row per PLOVER context.';
comment on column star.dim_topic.topic_id is 'PLOVER context.';
comment on column star.dim_topic.context is 'PLOVER context, for example migration.';
comment on column star.dim_topic.label is 'The context in words.';

create table star.dim_run (
    run_id varchar not null,
    code_version varchar not null,
    model_version varchar not null,
    started_at timestamp not null,
    input_sha256 varchar not null
);
comment on table star.dim_run is 'One row per pipeline run that wrote the published rows.';
comment on column star.dim_run.run_id is 'Dagster run that wrote the published generation.';
comment on column star.dim_run.code_version is 'Version of the code, with the hash of its sources.';
comment on column star.dim_run.model_version is 'Name and version of the language pipeline.';
comment on column star.dim_run.started_at is 'When the run started, UTC.';
comment on column star.dim_run.input_sha256 is 'SHA-256 of the sorted SHA-256 values of all articles.';

create table star.fact_mention (
    mention_id varchar not null,
    document_id varchar not null,
    label varchar not null,
    actor_id varchar,
    place_id varchar,
    country_id varchar,
    text varchar not null,
    raw_start bigint not null,
    raw_end bigint not null,
    confidence double not null
);
comment on table star.fact_mention is 'One row per entity mention.';
comment on column star.fact_mention.mention_id is 'Entity mention.';
comment on column star.fact_mention.document_id is 'Document; equal to the article_id it was read from.';
comment on column star.fact_mention.label is 'Entity type.';
comment on column star.fact_mention.actor_id is 'Actor meant; null when the mention is not of an actor.';
comment on column star.fact_mention.place_id is 'Place meant; null when the mention is not of a place.';
comment on column star.fact_mention.country_id is 'Country meant or represented.';
comment on column star.fact_mention.text is 'The mention as the body has it.';
comment on column star.fact_mention.raw_start is 'First code point of the span in raw.article.text.';
comment on column star.fact_mention.raw_end is 'Code point after the last of the span in raw.article.text.';
comment on column star.fact_mention.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table star.fact_event_mention (
    event_mention_id varchar not null,
    event_id varchar not null,
    document_id varchar not null,
    event_type_id varchar not null,
    realis varchar not null,
    trigger_text varchar not null,
    sentence_text varchar not null,
    raw_start bigint not null,
    raw_end bigint not null,
    start_on date,
    end_on date,
    date_basis varchar not null,
    place_id varchar,
    confidence double not null
);
comment on table star.fact_event_mention is 'One row per event as one sentence of a document tells it.';
comment on column star.fact_event_mention.event_mention_id is 'Event as one sentence of one document tells it.';
comment on column star.fact_event_mention.event_id is 'Real-world event, told by one or more documents.';
comment on column star.fact_event_mention.document_id is 'Document; equal to the article_id it was read from.';
comment on column star.fact_event_mention.event_type_id is 'PLOVER type and mode.';
comment on column star.fact_event_mention.realis is 'Whether the event is told as having happened.';
comment on column star.fact_event_mention.trigger_text is 'Words that tell the event.';
comment on column star.fact_event_mention.sentence_text is 'The sentence as the body has it.';
comment on column star.fact_event_mention.raw_start is 'First code point of the span in raw.article.text.';
comment on column star.fact_event_mention.raw_end is 'Code point after the last of the span in raw.article.text.';
comment on column star.fact_event_mention.start_on is 'First day of the event; null when unresolved.';
comment on column star.fact_event_mention.end_on is 'Last day of the event; null when unresolved.';
comment on column star.fact_event_mention.date_basis is 'What the date was resolved against.';
comment on column star.fact_event_mention.place_id is 'Where; null when the sentence names no known place.';
comment on column star.fact_event_mention.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table star.fact_event (
    event_id varchar not null,
    event_type_id varchar not null,
    realis varchar not null,
    start_on date,
    end_on date,
    date_id bigint,
    date_basis varchar not null,
    place_id varchar,
    document_count bigint not null,
    source_count bigint not null,
    is_contested boolean not null,
    confidence double not null
);
comment on table star.fact_event is 'One row per real-world event, told by one or more documents.';
comment on column star.fact_event.event_id is 'Real-world event, told by one or more documents.';
comment on column star.fact_event.event_type_id is 'PLOVER type and mode.';
comment on column star.fact_event.realis is 'Strongest reading: asserted over planned over the rest.';
comment on column star.fact_event.start_on is 'First day; null when no account resolves it.';
comment on column star.fact_event.end_on is 'Last day; null when no account resolves it.';
comment on column star.fact_event.date_id is 'First day as yyyymmdd; null when no account resolves it.';
comment on column star.fact_event.date_basis is 'What the date was resolved against.';
comment on column star.fact_event.place_id is 'Most specific place told; null when none is.';
comment on column star.fact_event.document_count is 'Documents that tell it.';
comment on column star.fact_event.source_count is 'Independent stories that tell it; copies count once.';
comment on column star.fact_event.is_contested is 'True when accounts disagree on date or city.';
comment on column star.fact_event.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table star.fact_quote (
    quote_id varchar not null,
    document_id varchar not null,
    speaker_actor_id varchar,
    kind varchar not null,
    text varchar not null,
    cue_text varchar,
    statement_id varchar not null,
    event_id varchar,
    raw_start bigint not null,
    raw_end bigint not null,
    confidence double not null
);
comment on table star.fact_quote is 'One row per quotation.';
comment on column star.fact_quote.quote_id is 'Quotation.';
comment on column star.fact_quote.document_id is 'Document; equal to the article_id it was read from.';
comment on column star.fact_quote.speaker_actor_id is 'Who said it; null when not known.';
comment on column star.fact_quote.kind is 'Direct, mixed or indirect.';
comment on column star.fact_quote.text is 'The words quoted, without the quotation marks.';
comment on column star.fact_quote.cue_text is 'Reporting words, for example ''said''.';
comment on column star.fact_quote.statement_id is 'The same statement across quotations, documents and translations.';
comment on column star.fact_quote.event_id is 'Event at which it was said; null when not known.';
comment on column star.fact_quote.raw_start is 'First code point of the span in raw.article.text.';
comment on column star.fact_quote.raw_end is 'Code point after the last of the span in raw.article.text.';
comment on column star.fact_quote.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table star.fact_amount (
    amount_id varchar not null,
    document_id varchar not null,
    kind varchar not null,
    value double not null,
    value_max double,
    currency varchar,
    unit varchar,
    is_approximate boolean not null,
    text varchar not null,
    event_id varchar,
    raw_start bigint not null,
    raw_end bigint not null
);
comment on table star.fact_amount is 'One row per amount of money, people, percent, things or time.';
comment on column star.fact_amount.amount_id is 'Amount.';
comment on column star.fact_amount.document_id is 'Document; equal to the article_id it was read from.';
comment on column star.fact_amount.kind is 'What is counted.';
comment on column star.fact_amount.value is 'Value in the unit, multipliers applied.';
comment on column star.fact_amount.value_max is 'Upper end of a range; null when there is none.';
comment on column star.fact_amount.currency is 'Currency of money, ISO 4217.';
comment on column star.fact_amount.unit is 'What is counted, for example migrants.';
comment on column star.fact_amount.is_approximate is 'True for ''almost'', ''more than'' and the like.';
comment on column star.fact_amount.text is 'The amount as the body has it.';
comment on column star.fact_amount.event_id is 'Event the amount belongs to; null when not known.';
comment on column star.fact_amount.raw_start is 'First code point of the span in raw.article.text.';
comment on column star.fact_amount.raw_end is 'Code point after the last of the span in raw.article.text.';

create table star.bridge_event_participant (
    event_id varchar not null,
    actor_id varchar not null,
    participation varchar not null,
    role_id varchar,
    country_id varchar,
    confidence double not null
);
comment on table star.bridge_event_participant is 'One row per actor taking part in an event.';
comment on column star.bridge_event_participant.event_id is 'Real-world event, told by one or more documents.';
comment on column star.bridge_event_participant.actor_id is 'Person, organization, country or group.';
comment on column star.bridge_event_participant.participation is 'The part the actor has in the event.';
comment on column star.bridge_event_participant.role_id is 'Office the actor is named with in the documents of the event.';
comment on column star.bridge_event_participant.country_id is 'Country the actor represents there.';
comment on column star.bridge_event_participant.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table star.bridge_event_topic (
    event_id varchar not null,
    topic_id varchar not null,
    raised_by_country_id varchar,
    confidence double not null
);
comment on table star.bridge_event_topic is 'One row per topic of an event and country that brings it up. A topic that nobody is known to bring up, because all discuss it or no one is named, has one row without a country.';
comment on column star.bridge_event_topic.event_id is 'Real-world event, told by one or more documents.';
comment on column star.bridge_event_topic.topic_id is 'PLOVER context.';
comment on column star.bridge_event_topic.raised_by_country_id is 'Country that brings it up, by whoever speaks for it; null when nobody alone is known to.';
comment on column star.bridge_event_topic.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';

create table star.bridge_event_relation (
    event_id varchar not null,
    related_event_id varchar not null,
    relation varchar not null
);
comment on table star.bridge_event_relation is 'One row per related pair of events.';
comment on column star.bridge_event_relation.event_id is 'Real-world event, told by one or more documents.';
comment on column star.bridge_event_relation.related_event_id is 'The other event.';
comment on column star.bridge_event_relation.relation is 'How event_id stands to related_event_id.';

create table star.evidence (
    fact_table varchar not null,
    fact_id varchar not null,
    field varchar not null,
    document_id varchar not null,
    raw_start bigint not null,
    raw_end bigint not null,
    text varchar not null,
    method varchar not null,
    confidence double not null
);
comment on table star.evidence is 'One row per field of a fact and span of raw text that supports it.';
comment on column star.evidence.fact_table is 'Table of the fact, for example fact_event.';
comment on column star.evidence.fact_id is 'Identifier of the fact in that table.';
comment on column star.evidence.field is 'Column of the fact that the span supports.';
comment on column star.evidence.document_id is 'Document; equal to the article_id it was read from.';
comment on column star.evidence.raw_start is 'First code point of the span in raw.article.text.';
comment on column star.evidence.raw_end is 'Code point after the last of the span in raw.article.text.';
comment on column star.evidence.text is 'The raw text of the span, character for character.';
comment on column star.evidence.method is 'What found it: the table of the entities layer.';
comment on column star.evidence.confidence is 'How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.';
