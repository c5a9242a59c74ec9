-- SPDX-License-Identifier: EUPL-1.2
-- Number series are kept with the counters they count by (dossiers/0160), which has taken these rows over before.
drop table paper_templates.number_series;
