-- One script for H2 and PostgreSQL. What is sealed is encrypted with the person's own key.

create table setting (
    name  varchar(40) primary key,
    content bytea not null
);

create table rulebook (
    digest  varchar(80) primary key,
    files   bytea not null,
    kept_at timestamp(6) with time zone not null
);

create table screening (
    reference   varchar(12) primary key,
    received_at timestamp(6) with time zone not null,
    changed_at  timestamp(6) with time zone not null,
    status      varchar(20) not null,
    verdict     varchar(30) not null,
    strictness  smallint not null,
    decided     varchar(30),
    language    varchar(2) not null,
    consent     varchar(80) not null,
    revision    integer not null,
    version     integer not null,
    wrapped_key bytea,
    contact     bytea,
    leading_finding bytea
);
create index screening_received on screening (received_at, reference);
create index screening_changed on screening (changed_at, reference);
create index screening_strictness on screening (strictness, reference);
create index screening_status_received on screening (status, received_at, reference);
create index screening_status_changed on screening (status, changed_at, reference);
create index screening_status_strictness on screening (status, strictness, reference);
create index screening_verdict_received on screening (verdict, received_at, reference);
create index screening_status_verdict_received on screening (status, verdict, received_at, reference);

create table revision (
    reference  varchar(12) not null references screening,
    number     integer not null,
    at         timestamp(6) with time zone not null,
    actor      varchar(120) not null,
    rulebook   varchar(80) not null references rulebook,
    verdict    varchar(30) not null,
    answers    bytea,
    assessment bytea,
    primary key (reference, number)
);

create table decision (
    reference varchar(12) not null references screening,
    number    integer not null,
    at        timestamp(6) with time zone not null,
    actor     varchar(120) not null,
    revision  integer not null,
    kind      varchar(20) not null,
    verdict   varchar(30),
    reason    varchar(40) not null,
    note      bytea,
    primary key (reference, number)
);

create table search_term (
    term      bytea not null,
    reference varchar(12) not null references screening,
    primary key (term, reference)
);
create index search_term_reference on search_term (reference);

create table idempotency (
    fingerprint varchar(64) primary key,
    body        varchar(64) not null,
    reference   varchar(12) not null references screening,
    at          timestamp(6) with time zone not null
);
create index idempotency_reference on idempotency (reference);

create table audit (
    number  bigint primary key,
    at      timestamp(6) with time zone not null,
    actor   varchar(120) not null,
    action  varchar(40) not null,
    subject varchar(80) not null,
    detail  varchar(2000) not null,
    seal    varchar(64) not null
);
create index audit_subject on audit (subject, number);

create table audit_head (
    id     smallint primary key,
    number bigint not null,
    seal   varchar(64) not null
);
insert into audit_head values (1, 0, '');

create table account (
    name         varchar(120) primary key,
    password     varchar(200) not null,
    role         varchar(20) not null,
    must_change  boolean not null,
    disabled     boolean not null,
    epoch        integer not null,
    created_at   timestamp(6) with time zone not null
);

-- Names are keyed hashes; an empty name or address stands for all.
create table sign_in_attempt (
    name     varchar(64) not null,
    address  varchar(45) not null,
    attempts integer not null,
    ends_at  timestamp(6) with time zone not null,
    primary key (name, address)
);

create table known_address (
    name    varchar(64) not null,
    address varchar(45) not null,
    last_at timestamp(6) with time zone not null,
    primary key (name, address)
);

create table api_key (
    name       varchar(80) primary key,
    hash       varchar(64) not null unique,
    role       varchar(20) not null,
    created_at timestamp(6) with time zone not null
);

create table draft (
    fingerprint varchar(64) primary key,
    begun_at    timestamp(6) with time zone not null,
    changed_at  timestamp(6) with time zone not null,
    language    varchar(2) not null,
    version     integer not null,
    answers     bytea not null
);
create index draft_changed on draft (changed_at);
