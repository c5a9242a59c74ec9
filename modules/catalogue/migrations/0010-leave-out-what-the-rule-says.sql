-- What a rule leaves out of the count is read from now on; declared outages were left out always, so every rule written before says so.
update catalogue.rule_set set not_counted = array_append(not_counted, 'outage') where not ('outage' = any (not_counted));
update catalogue.deadline_rule set not_counted = array_append(not_counted, 'outage') where not ('outage' = any (not_counted));
alter table catalogue.rule_set add constraint not_counted_is_known check (not_counted <@ array['payment', 'identity', 'outage']);
alter table catalogue.deadline_rule add constraint not_counted_is_known check (not_counted <@ array['payment', 'identity', 'outage']),
  alter column not_counted set default '{payment,outage}';
comment on column catalogue.deadline_rule.not_counted is 'what is left out of the count beside the supplement: payment (nghĩa vụ tài chính), identity (xác nhận VNeID), outage (sự cố được công bố)';
