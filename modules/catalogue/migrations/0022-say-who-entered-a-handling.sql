-- Who said how an agency handles a procedure, by which document; rows that came with an installation name nobody.
alter table catalogue.handling add column document text, add column entered_by text, add column entered_at timestamptz;
comment on column catalogue.handling.document is 'the document or the reason it rests on';
