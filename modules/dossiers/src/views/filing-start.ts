// SPDX-License-Identifier: EUPL-1.2
import { byCircumstance, filesOnOwnPortal, handlingsOf, priceUnder, procedureOn } from '@motcua/catalogue';
import type { Db } from '@motcua/db-kit';
import { eformOn } from '@motcua/eforms';
import { type Result, officeDay, ok, refuse } from '@motcua/kernel';
import { agenciesUnder, shopServing } from '@motcua/organisation';
import { limitText } from '../clock/dossier-clock.ts';
import { limitOf } from '../commands/submit.ts';
import { papersByForm } from '../rules/papers-asked.ts';
import type { DossierContext } from '../context.ts';
import type { FilingStart } from '../contract.ts';
import type { LifecycleRefusal } from '../lifecycle/refusal.ts';
import { mayFileAnywhere } from '../store/filing-place.ts';
import { enterprisesOn } from '../store/post.ts';

/** What a filing begins with: the form, the papers, who solves it here, time and fee. */
export async function filingStart(ctx: DossierContext, db: Db, asked: { readonly procedure: string; readonly agency?: string | undefined }): Promise<Result<FilingStart, LifecycleRefusal>> {
  const day = officeDay(ctx.clock.now()).toString();
  const published = await procedureOn(db, asked.procedure, day);
  if (published === undefined) return refuse({ code: 'procedure-unknown', procedure: asked.procedure });
  const handlings = await handlingsOf(db, asked.procedure, day);
  const handling = handlings.find(({ agency }) => agency === asked.agency) ?? handlings[0];
  const eform = handling === undefined ? undefined : await eformOn(db, handling.eformKey, day);
  if (handling === undefined || eform === undefined) return refuse({ code: 'not-handled-here', procedure: asked.procedure, agency: asked.agency ?? '' });
  const { procedure } = published;
  const here = await agenciesUnder(db, ctx.province);
  const names = new Map(here.map(({ code, name }) => [code, name]));
  const shops = here.flatMap(({ code, name, oneStopShop }) => (oneStopShop ? [{ code, name }] : []));
  const own = new Set(shops.map(({ code }) => code));
  // Only agencies without a shop of their own are asked for one: a department or two.
  const agencies = await Promise.all(handlings.map(async ({ agency }) => ({ code: agency, name: names.get(agency) ?? agency, shop: own.has(agency) ? agency : await shopServing(db, agency) ?? agency })));
  const limit = await limitOf(db, { procedure, circumstance: null, channel: 'online', processKey: handling.processKey });
  const circumstances = [...new Set(byCircumstance(procedure).only.map(({ name }) => name))];
  const papersIn = (circumstance: string | null) => papersByForm(procedure, circumstance, eform);
  const price = await priceUnder(db, procedure, { day, channel: 'DIRECT', circumstance: null });
  return ok({
    procedure: { code: procedure.code, name: procedure.name, version: published.version, results: procedure.results.map(({ name }) => name) }, agencies,
    anywhere: await mayFileAnywhere(db, { procedure: procedure.code, day }), shops, enterprises: (await enterprisesOn(db, day)).map(({ code, name }) => ({ code, name })),
    eform: { key: eform.key, version: eform.version, definition: eform }, circumstances,
    papers: circumstances.length === 0
      ? [{ circumstance: null, papers: papersIn(null) }]
      : circumstances.map((circumstance) => ({ circumstance, papers: papersIn(circumstance) })),
    limit: limit === null ? null : limitText(limit.limit), feeVnd: price.totalVnd,
    online: procedure.methods.some(({ channel }) => channel === 'ONLINE') && await filesOnOwnPortal(db, { scope: ctx.province, procedure: procedure.code, day }),
  });
}
