// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { sourceTitle } from '@motcua/legal';
import type { DeadlineRulesView } from '../contract.ts';
import { catalogueDb } from '../store/tables.ts';
import { type DeadlineRule, deadlineRules } from './deadline-rules.ts';

const logShown = 50;

const shown = ({ mode, firstDayCounted, cutoff, hoursPerDay, onSupplement, lastMinutes, countsFrom, start, startElsewhere, startByPost, notCounted, legal, unsure }: Omit<DeadlineRule, 'firstAppointment'>) =>
  ({ mode, firstDayCounted, cutoff, hoursPerDay, onSupplement, lastMinutes, countsFrom, start, startElsewhere, startByPost, notCounted: [...notCounted], basis: sourceTitle(legal), unsure });

/** The ways of counting time (cách tính thời hạn): ready-made sets, what is chosen for whom from when, and who chose it. */
export async function ruleOverview(db: Db, { today, mayChoose }: { readonly today: string; readonly mayChoose: boolean }): Promise<DeadlineRulesView> {
  const { sets, rules } = await deadlineRules(db);
  const log = await catalogueDb(db).selectFrom('catalogue.rule_choice').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(logShown).execute();
  const codes = [...rules.map(({ procedure }) => procedure), ...log.map(({ content }) => content.procedure)].filter((code) => code !== null);
  const named = codes.length === 0 ? [] : await catalogueDb(db).selectFrom('catalogue.procedure').select(['code', 'name']).distinctOn('code').where('code', 'in', codes).orderBy('code').orderBy('version', 'desc').execute();
  const names = new Map(named.map(({ code, name }) => [code, name]));
  const setNames = new Map(sets.map(({ key, name }) => [key, name]));
  const procedureOf = (code: string | null) => (code === null ? null : { code, name: names.get(code) ?? code });
  return {
    today, mayChoose, sets: sets.map((set) => ({ key: set.key, name: set.name, ...shown(set) })),
    rules: rules.map((rule) => ({
      id: rule.id, procedure: procedureOf(rule.procedure), channel: rule.channel, validFrom: rule.validFrom, setName: rule.set === null ? null : setNames.get(rule.set) ?? rule.set,
      firstAppointment: rule.firstAppointment, mayWithdraw: mayChoose && rule.set !== null && rule.validFrom > today, ...shown(rule),
    })),
    log: log.map(({ id, kind, content, decision, by_name: by, at }) => ({
      id, kind, by, at: at.toString(), decision, setName: setNames.get(content.set) ?? content.set, procedure: procedureOf(content.procedure), channel: content.channel, validFrom: content.validFrom,
    })),
  };
}
