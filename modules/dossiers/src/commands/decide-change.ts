// SPDX-License-Identifier: EUPL-1.2
import { ok, refuse } from '@motcua/kernel';
import type { DossierContext } from '../context.ts';
import type { ActDone } from '../contract.ts';
import { openChange, resultAgainst } from '../lifecycle/transition.ts';
import type { AskedChange, Dossier } from '../model.ts';
import { type Asked, type Outcome, doerOf, perform } from './perform.ts';
import { checkedAnswers } from './submit.ts';

/** What the change makes of the dossier as it stands now: only what it names, so that a supplement in between is not undone. */
function merged(dossier: Dossier, change: AskedChange): { readonly answers: Readonly<Record<string, unknown>>; readonly applicant: Dossier['applicant'] } {
  const names = new Set(change.changed);
  const answers = Object.fromEntries([
    ...Object.entries(dossier.answers).filter(([name]) => !names.has(name)), ...Object.entries(change.answers).filter(([name]) => names.has(name)),
  ]);
  const of = <Name extends keyof Dossier['applicant']>(name: Name): Dossier['applicant'][Name] => (names.has(`applicant.${name}`) ? change : dossier).applicant[name];
  return { answers, applicant: { kind: of('kind'), name: of('name'), personalId: of('personalId'), birthDate: of('birthDate'), address: of('address'), phone: of('phone'), email: of('email') } };
}

/**
 * Xác nhận hoặc từ chối thay đổi sau tiếp nhận: another officer than who asked. Confirmed, the change takes effect in the same act; refused, the reason is kept.
 *
 * @error no-such-change; second-person-needed - who asked for it; result-exists - the result is signed; fields-to-mend - it does not fit what was declared since
 */
export function decideChange(ctx: DossierContext, asked: Asked & { readonly id: string; readonly body: { readonly granted: boolean; readonly reason: string } }): Promise<Outcome<ActDone>> {
  return perform(ctx, asked, 'decide-change', async ({ tx, at, to, dossier }) => {
    const open = openChange(dossier);
    if (open?.id !== asked.id) return refuse({ code: 'no-such-change' });
    if (open.by.id === doerOf(asked.actor).id) return refuse({ code: 'second-person-needed' });
    const { granted, reason } = asked.body;
    const decided = { type: 'change-decided', data: { to, id: open.id, granted, reason } } as const;
    if (!granted) return ok([decided]);
    const result = resultAgainst('correct', dossier);
    if (result !== null) return refuse(result);
    const { answers, applicant } = merged(dossier, open);
    const checked = await checkedAnswers(tx, { ...dossier.eform, at, mayHaveGaps: false }, answers);
    if (!checked.ok) return checked;
    return ok([decided, { type: 'corrected', data: { to, answers: checked.value.answers, applicant, reason: open.reason, changed: open.changed } }]);
  });
}
