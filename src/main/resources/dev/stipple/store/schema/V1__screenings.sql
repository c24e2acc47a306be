-- One script for H2 and PostgreSQL. What is sealed is encrypted with the person's own key, which is wrapped by a generation
-- of keys outside of the database. A row that decides something carries a keyed seal over what it holds. H2 keeps each table
-- as it is made: what was cut short on a full disk is taken up again by running all of it.

create table if not exists key_state (
    id             varchar(1) primary key,
    database_id    varchar(36) not null,
    generation     varchar(12) not null,
    erased_since   timestamp(6) with time zone,
    renewing_since timestamp(6) with time zone,
    seal           varchar(90) not null default ''
);

create table if not exists rulebook (
    digest  varchar(80) primary key,
    files   bytea not null,
    kept_at timestamp(6) with time zone not null,
    seal    varchar(90) not null default ''
);

create table if not exists screening (
    reference   varchar(12) primary key,
    received_at timestamp(6) with time zone not null,
    changed_at  timestamp(6) with time zone not null,
    revised_at  timestamp(6) with time zone not null,
    status      varchar(20) not null,
    verdict     varchar(30) not null,
    strictness  smallint not null,
    language    varchar(6) not null,
    revision    integer not null,
    version     integer not null,
    notes       integer not null,
    generation  varchar(12),
    wrapped_key bytea,
    consent     bytea,
    contact     bytea,
    leading_finding bytea,
    decided     bytea,
    agenda      bytea,
    due_on      varchar(10) not null,
    wake_on     varchar(10) not null,
    assignee    varchar(120),
    link        varchar(64),
    link_token  bytea,
    seal        varchar(90) not null default ''
);
create index if not exists screening_generation on screening (generation, reference);
create index if not exists screening_received on screening (received_at, reference);
create index if not exists screening_changed on screening (changed_at, reference);
create index if not exists screening_strictness on screening (strictness, reference);
create index if not exists screening_status_received on screening (status, received_at, reference);
create index if not exists screening_status_changed on screening (status, changed_at, reference);
create index if not exists screening_status_strictness on screening (status, strictness, reference);
create index if not exists screening_verdict_received on screening (verdict, received_at, reference);
create index if not exists screening_status_verdict_received on screening (status, verdict, received_at, reference);

create index if not exists screening_due on screening (due_on, reference);
create index if not exists screening_status_due on screening (status, due_on, reference);
create index if not exists screening_assignee_received on screening (assignee, received_at, reference);
create index if not exists screening_assignee_status on screening (assignee, status, received_at, reference);
create index if not exists screening_wake on screening (wake_on, reference);
create unique index if not exists screening_link on screening (link);

create table if not exists revision (
    reference  varchar(12) not null references screening,
    number     integer not null,
    at         timestamp(6) with time zone not null,
    actor      varchar(120) not null,
    rulebook   varchar(80) not null references rulebook,
    given_on   varchar(10) not null,
    as_of      varchar(10) not null,
    verdict    bytea,
    answers    bytea,
    assessment bytea,
    seal       varchar(90) not null default '',
    primary key (reference, number)
);

create table if not exists decision (
    reference varchar(12) not null references screening,
    number    integer not null,
    at        timestamp(6) with time zone not null,
    actor     varchar(120) not null,
    revision  integer not null,
    content   bytea,
    seal      varchar(90) not null default '',
    primary key (reference, number)
);

create index if not exists decision_at on decision (number, at desc, reference);

-- What those who work here tell each other about somebody; the screening counts them under its seal.
create table if not exists note (
    reference varchar(12) not null references screening,
    number    integer not null,
    at        timestamp(6) with time zone not null,
    actor     varchar(120) not null,
    content   bytea,
    seal      varchar(90) not null default '',
    primary key (reference, number)
);

-- Up to which version somebody who works here has seen a screening. It marks what is new to them and decides nothing. It names
-- no table, as it is written behind the log, and the row of the screening may be locked by who waits for the log.
create table if not exists seen (
    reference varchar(12) not null,
    account   varchar(120) not null,
    version   integer not null,
    primary key (reference, account)
);

create table if not exists search_term (
    term      bytea not null,
    reference varchar(12) not null references screening,
    primary key (term, reference)
);
create index if not exists search_term_reference on search_term (reference);

-- What people send as files. The content stands apart, so that it is read only where it is opened; its digest is under the seal.
create table if not exists upload (
    reference varchar(12) not null references screening,
    number    integer not null,
    at        timestamp(6) with time zone not null,
    about     bytea not null,
    digest    varchar(64) not null,
    seal      varchar(90) not null default '',
    primary key (reference, number)
);

create table if not exists upload_content (
    reference varchar(12) not null,
    number    integer not null,
    content   bytea not null,
    primary key (reference, number),
    foreign key (reference, number) references upload (reference, number)
);

-- What receivers are still to be told; nothing of the person beside the reference. Only what is sent is under the seal.
create table if not exists outbox (
    id        varchar(36) not null,
    receiver  varchar(40) not null,
    kind      varchar(20) not null,
    reference varchar(12) not null references screening,
    version   integer not null,
    at        timestamp(6) with time zone not null,
    attempts  integer not null,
    next_at   timestamp(6) with time zone not null,
    problem   varchar(100),
    seal      varchar(90) not null default '',
    primary key (id, receiver)
);
create index if not exists outbox_next on outbox (receiver, next_at, id);
create index if not exists outbox_reference on outbox (reference);

create table if not exists idempotency (
    fingerprint varchar(64) primary key,
    request     bytea not null,
    reference   varchar(12) not null references screening,
    at          timestamp(6) with time zone not null
);
create index if not exists idempotency_reference on idempotency (reference);

create table if not exists audit (
    seal    varchar(90) primary key,
    number  bigint not null,
    at      timestamp(6) with time zone not null,
    actor   varchar(120) not null,
    action  varchar(40) not null,
    kind    varchar(20) not null,
    subject varchar(120) not null,
    detail  varchar(2000) not null,
    state   varchar(64) not null,
    follows varchar(90) not null
);
create index if not exists audit_number on audit (number, seal);
create index if not exists audit_subject on audit (subject, number);
create index if not exists audit_kind on audit (kind, subject, number);
create index if not exists audit_action on audit (action, number);

create table if not exists audit_head (
    id     smallint primary key,
    number bigint not null,
    seal   varchar(90) not null,
    proof  varchar(90) not null
);
insert into audit_head select 1, 0, '', '' where not exists (select 1 from audit_head);

create table if not exists account (
    name         varchar(120) primary key,
    password     varchar(200) not null,
    role         varchar(20) not null,
    must_change  boolean not null,
    disabled     boolean not null,
    epoch        integer not null,
    passkeys     varchar(64),
    calendar     varchar(64),
    created_at   timestamp(6) with time zone not null,
    seal         varchar(90) not null default ''
);

create unique index if not exists account_calendar on account (calendar);

-- Names are keyed hashes; an empty name or address stands for all.
create table if not exists sign_in_attempt (
    name     varchar(64) not null,
    address  varchar(45) not null,
    attempts integer not null,
    ends_at  timestamp(6) with time zone not null,
    primary key (name, address)
);

create table if not exists known_address (
    name    varchar(64) not null,
    address varchar(45) not null,
    last_at timestamp(6) with time zone not null,
    primary key (name, address)
);

-- Passkeys, as Spring Security keeps them.
create table if not exists user_entities (
    id           varchar(1000) primary key,
    name         varchar(100) not null unique,
    display_name varchar(200)
);

create table if not exists user_credentials (
    credential_id                varchar(1000) primary key,
    user_entity_user_id          varchar(1000) not null references user_entities,
    public_key                   bytea not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean not null,
    authenticator_transports     varchar(1000),
    public_key_credential_type   varchar(100),
    backup_state                 boolean not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamp,
    last_used                    timestamp,
    label                        varchar(1000) not null
);
create index if not exists user_credentials_owner on user_credentials (user_entity_user_id);

create table if not exists api_key (
    name       varchar(80) primary key,
    hash       varchar(64) not null unique,
    role       varchar(20) not null,
    created_at timestamp(6) with time zone not null,
    seal       varchar(90) not null default ''
);

create table if not exists draft (
    fingerprint varchar(64) primary key,
    begun_at    timestamp(6) with time zone not null,
    changed_at  timestamp(6) with time zone not null,
    ends_at     timestamp(6) with time zone not null,
    answered    boolean not null,
    language    varchar(6) not null,
    version     integer not null,
    generation  varchar(12) not null,
    wrapped_key bytea not null,
    answers     bytea not null
);
create index if not exists draft_generation on draft (generation, fingerprint);
create index if not exists draft_ends on draft (ends_at);
