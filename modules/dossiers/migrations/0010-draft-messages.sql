create table dossiers.message_draft (
  id uuid primary key,
  dossier_id uuid not null,
  kind text not null check (kind in ('promise-moved')),
  recipient jsonb not null,
  body text not null,
  drafted_at timestamptz not null,
  sent_at timestamptz
);
comment on table dossiers.message_draft is 'Tin nhắn soạn sẵn: what a person is to be told, waiting for whoever sends messages';
comment on column dossiers.message_draft.recipient is 'name, phone, email as the dossier has them';
create index message_draft_unsent on dossiers.message_draft (drafted_at) where sent_at is null;
create index event_by_calendar_change on dossiers.event ((data ->> 'change'), dossier_id) where type = 'clock-recounted';

grant select, insert on dossiers.message_draft to motcua_app;
grant update (sent_at) on dossiers.message_draft to motcua_app;
