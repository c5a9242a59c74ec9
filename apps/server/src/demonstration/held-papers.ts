// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { componentKinds, confirmComponents } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { filingStart, lookIntoVault, officerDossier, returnResult, takeIn } from '@motcua/dossiers';
import type { Party, ReuseChoice } from '@motcua/dossiers/contract';
import { getEform } from '@motcua/eforms';
import { type Officer, type fixedClock, fold } from '@motcua/kernel';
import { shopServing } from '@motcua/organisation';
import { answersFor } from './answers.ts';
import { citizens } from './citizens.ts';
import { allGood, finished } from './life.ts';
import { seeded } from './people.ts';
import { communes } from './province.ts';
import type { Stage } from './simulate.ts';

type FixedClock = ReturnType<typeof fixedClock>;

/** Procedures whose components the demonstration's controller has said the kinds of: those that ask for what a commune itself issues. */
const looked = ['1.013225', '1.013226', '1.013227', '1.013228', '1.014258', '1.001776', '1.012822', '1.001653', '1.004873', '1.000894', '2.000720', '1.014034'] as const;

/** What asks for a paper is no such paper, and a long paragraph names several. */
const isPlain = (name: string): boolean => name.length < 140 && !/^\W*(don|to khai|van ban|phieu|giay de nghi|mau) /u.test(fold(name));

/** Says which kind of paper the plain components of some procedures are, as a controller would on the screen of the standard list. */
export async function confirmKinds(db: Db, at: Temporal.Instant): Promise<void> {
  for (const procedure of looked) {
    const found = await componentKinds(db, procedure, true);
    const components = (found?.components ?? []).flatMap(({ name, proposed }) => (proposed !== null && isPlain(name) ? [{ name, kind: proposed.kind }] : []));
    if (components.length === 0) continue;
    const said = await confirmComponents(db, procedure, { asked: { components }, by: { name: 'Cán bộ kiểm soát (trình diễn)' }, at });
    if (!said.ok) throw new Error(`component kinds of ${procedure}: ${JSON.stringify(said.error)}`);
  }
}

/** What the people who may sign in got in earlier weeks, oldest first: their vaults are not empty, and one extension was solved on the permit of the vault, the other on a permit handed in, which is still to be digitised. */
const lives = [['mau', '1.013225'], ['mau', '1.004873'], ['dai', '1.001699'], ['mau', '1.013227'], ['dai', '1.013227', 'waits']] as const;

/** One dossier from the counter to its result, without a detour. */
async function solved(stage: Stage, clock: FixedClock, { who, procedure, waits }: { readonly who: (typeof citizens)[number]; readonly procedure: string; readonly waits: boolean }): Promise<void> {
  const { ctx, db } = stage;
  const [agency] = communes;
  const shop = agency === undefined ? undefined : await shopServing(db, agency.code);
  const counter = stage.officerWith('intake-officer', shop ?? '');
  const reader = stage.officerWith('leader', agency?.code ?? '');
  const start = agency === undefined ? null : await filingStart(ctx, db, { procedure, agency: agency.code });
  const form = start?.ok === true ? await getEform(db, start.value.eform.key, start.value.eform.version) : undefined;
  if (agency === undefined || shop === undefined || counter === undefined || reader === undefined || start?.ok !== true || form === undefined) return;
  const [home] = stage.places;
  const place = { ...home, street: 'Số 1 đường Thử Nghiệm' };
  const party: Party = { kind: 'person', name: who.name, personalId: who.personalId, birthDate: '1995-03-02', phone: '0900000123', email: null, address: { province: home.province, commune: home.commune, text: `${place.street}, ${home.communeName}, ${home.provinceName}` } };
  const group = start.value.papers[0];
  const circumstance = group?.circumstance ?? null;
  const look = await lookIntoVault(ctx, { officer: counter, body: { kind: 'person', personalId: party.personalId, procedure, circumstance, agency: shop, identityPaper: `Căn cước ${party.personalId}` } });
  const papers: ReuseChoice[] = look.ok ? look.value.offers.map(({ paperNo, entry }) => ({ paperNo, entry })) : [];
  const done = await takeIn(ctx, { actor: counter, body: {
    clientKey: randomUUID(), procedure, circumstance, receivingAgency: shop, solvingAgency: agency.code, returningAgency: shop, channel: 'counter', applicant: party, submitter: null, authorisation: null,
    answers: answersFor(form, { party, place, random: seeded(11), names: stage.names }), papers: allGood(group?.papers ?? []), returnWay: 'counter', fee: { amountVnd: start.value.feeVnd ?? 0, way: start.value.feeVnd === null ? 'none' : 'cash' }, limitOverride: null, outcome: { kind: 'accept' },
    ...(look.ok && papers.length > 0 ? { reuse: { consent: look.value.consent, papers } } : {}),
  } });
  if (!stage.did(done) || !done.ok) return;
  for (let step = 0; step < mostSteps; step += 1) {
    clock.set(await stage.workingLater(agency.code, clock.now(), 20));
    if (!await onward(stage, { code: done.value.code, reader, counter: waits ? null : counter, name: party.name })) return;
  }
}

/** More steps than any process of a commune has. */
const mostSteps = 20;

/** The next act of a dossier on its way to its result; false when it was handed out, waits for its owner (`counter` null), or nobody is there. */
async function onward(stage: Stage, { code, reader, counter, name }: { readonly code: string; readonly reader: Officer; readonly counter: Officer | null; readonly name: string }): Promise<boolean> {
  const { ctx, db } = stage;
  const view = await officerDossier(ctx, db, reader, code);
  if (!view.ok) return false;
  const { status, version, tasks: [task] } = view.value;
  if (status === 'decided') { if (counter !== null) stage.did(await returnResult(ctx, { actor: counter, code, version, clientKey: randomUUID(), body: { way: 'counter', receivedBy: name, feeVnd: null, receiptNumber: null } })); return false; }
  const actor = task === undefined ? undefined : stage.officerWith(task.role, task.agency);
  if (task === undefined || actor === undefined) return false;
  await finished(stage, view.value, actor, task);
  return true;
}

/** Fills the vaults of those who may sign in, by real acts in the weeks before the simulated ones. */
export async function fillVaults(stage: Stage, clock: FixedClock): Promise<void> {
  for (const [id, procedure, waits] of lives) {
    const who = citizens.find((citizen) => citizen.id === id);
    if (who !== undefined) await solved(stage, clock, { who, procedure, waits: waits !== undefined });
  }
}
