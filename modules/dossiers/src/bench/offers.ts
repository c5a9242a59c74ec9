// SPDX-License-Identifier: EUPL-1.2
import { type Officer, type Role, roles } from '@motcua/kernel';
import { agencyNames } from '@motcua/organisation';
import type { BenchOffer } from '../contract.ts';
import { isAwaited } from '../lifecycle/transition.ts';
import type { Dossier } from '../model.ts';
import { possibleActs } from '../views/possible-acts.ts';
import { type Post, holderOf } from './acts.ts';
import { postOf } from './choices.ts';
import type { Bench } from '../store/bench.ts';

/** Reads the dossier of the bench with everybody's eyes: every role at each agency it speaks of. It does no act. */
export const everyone = ({ agencies, consultations, tasks }: Dossier): Officer => ({
  kind: 'officer', id: '00000000-0000-7000-8000-000000000000', name: 'Bàn thử',
  postings: [...new Set([...Object.values(agencies), ...consultations.map(({ agency }) => agency), ...tasks.map(({ agency }) => agency)])].flatMap((agency) => roles.map((role) => ({ role, agency, unit: null }))),
});

type Wanted = { readonly do: BenchOffer['do']; readonly act: Parameters<typeof holderOf>[2]['act']; readonly post: Post; readonly node?: string; readonly step?: string; readonly partner?: BenchOffer['partner'] };

const plain = ['accept', 'refuse', 'request-supplement', 'supplement', 'consult', 'request-payment', 'request-identity', 'return'] as const;
const ofSteps = { 'complete-step': 'step', 'send-back': 'send-back', 'approve': 'approve', 'issue': 'issue' } as const;
const isRole = (role: string): role is Role => roles.some((one) => one === role);
const isOfStep = (act: string): act is keyof typeof ofSteps => act in ofSteps;

/** What may come next: acts the lifecycle and the step allow, and what partners owe. */
function wanted(dossier: Dossier, now: Temporal.Instant): readonly Wanted[] {
  // Whether this officer or that may sign is asked of who would do it, below.
  const allowed = possibleActs(everyone(dossier), dossier, now).filter((one) => one.allowed);
  const steps = allowed.flatMap(({ act, taskId }): Wanted[] => {
    const task = dossier.tasks.find((open) => open.taskId === taskId);
    return task === undefined || !isOfStep(act) || !isRole(task.role) ? [] : [{ do: ofSteps[act], act, post: { role: task.role, agency: task.agency }, node: task.node, step: task.name }];
  });
  const others = plain.filter((act) => allowed.some((one) => one.act === act)).map((act): Wanted => ({ do: act, act, post: postOf(act, dossier) }));
  const open = dossier.consultations.find(isAwaited);
  const { receiving } = dossier.agencies;
  return [
    ...steps, ...(open === undefined ? [] : [{ do: 'partner', partner: 'agency', act: 'answer-consultation', post: { role: 'consulted-officer', agency: open.agency } } as const]),
    ...(dossier.payment === null ? [] : [{ do: 'partner', partner: 'payment', act: 'pay', post: { role: 'cashier', agency: receiving } } as const]),
    ...(dossier.identity === null ? [] : [{ do: 'partner', partner: 'identity', act: 'confirm-identity', post: { role: 'intake-officer', agency: receiving } } as const]), ...others,
  ];
}

/** Each thing that may come next, with who would do it. */
export async function offersOf(bench: Bench, dossier: Dossier): Promise<BenchOffer[]> {
  const all = wanted(dossier, bench.clock.now());
  const nameOf = await agencyNames(bench.ctx.db, all.map(({ post }) => post.agency));
  return Promise.all(all.map(async ({ do: what, act, post, node, step, partner }) => {
    const task = node === undefined ? undefined : dossier.tasks.find((open) => open.node === node);
    const holder = await holderOf(bench, post, { act, dossier, task });
    return { do: what, node: node ?? null, step: step ?? null, partner: partner ?? null, officer: holder?.name ?? null, role: post.role, agency: post.agency, agencyName: nameOf(post.agency) };
  }));
}
