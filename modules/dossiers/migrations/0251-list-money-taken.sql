-- SPDX-License-Identifier: EUPL-1.2
create index event_money on dossiers.event (at) where type = 'paid' or (type = 'returned' and (data ->> 'feeVnd') is not null)
  or (type = 'submitted' and (data -> 'fee' ->> 'way') in ('cash', 'transfer')) or (type = 'paper-digitised' and (data -> 'digitised' -> 'onRequest') is not null);
comment on index dossiers.event_money is 'Sổ thu: events that took money at a counter';
