// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { Place } from '@motcua/documents';
import { getEform } from '@motcua/eforms';
import { officeDay } from '@motcua/kernel';
import { type LetterKind, type TemplateData, answerFields, findFile, printTemplate, templateOn } from '@motcua/paper-templates';
import { type PaperHead, type StatutoryForm, formServing } from '@motcua/statutory-forms';
import type { DossierContext } from '../context.ts';
import type { Dossier } from '../model.ts';

/** What a letter or slip says, under the names of its data dictionary. */
export type Letter = Pick<TemplateData, 'lists' | 'texts'> & { readonly paper: LetterKind; readonly title: string };
/** `dossier`: null for a paper of many dossiers; `agency`: whose paper it is. */
type Printed = { readonly letter: Letter; readonly dossier: Dossier | null; readonly agency: string; readonly head: PaperHead };
type NamedPlaces = readonly (Place & { readonly name: string })[];

const formOf: Readonly<Partial<Record<LetterKind, StatutoryForm>>> = {
  'receipt': 'intake-receipt', 'supplement-request': 'supplement-request', 'refusal': 'intake-refusal', 'stop-notice': 'stop-notice', 'extension': 'apology-and-extension', 'control-slip': 'control-slip',
};

/** True while the set of forms a template was made under is the one of the day the paper is issued: a layout of a former circular is not printed under the next. */
function isOfSameSet(paper: LetterKind, madeOn: string, issuedOn: Temporal.PlainDate): boolean {
  const form = formOf[paper];
  return form === undefined || formServing(form, Temporal.PlainDate.from(madeOn)).set === formServing(form, issuedOn).set;
}

async function fileFor(db: Db, { letter: { paper }, dossier, agency, head }: Printed): Promise<Uint8Array | undefined> {
  const issuedOn = officeDay(Temporal.Instant.from(head.issuedAt));
  const day = dossier === null ? issuedOn : officeDay(Temporal.Instant.from(dossier.submittedAt));
  const template = await templateOn(db, { paper, procedure: dossier?.procedure.code ?? null, agency, day: day.toString() });
  return template === undefined || !isOfSameSet(paper, template.validFrom, issuedOn) ? undefined : findFile(db, template.file);
}

async function answersOf(db: Db, dossier: Dossier | null): Promise<TemplateData['answers']> {
  const form = dossier === null ? undefined : await getEform(db, dossier.eform.key, dossier.eform.version);
  return form === undefined || dossier === null ? {} : Object.fromEntries(answerFields(form, dossier.answers).map(({ name, value }) => [name, value]));
}

/** A letter in the province's own template, the one in force on the day the dossier was filed; undefined when the product's layout counts. */
export async function printedOwn(ctx: DossierContext, db: Db, printed: Printed): Promise<{ readonly pdf: Uint8Array; readonly places: NamedPlaces } | undefined> {
  const file = await fileFor(db, printed);
  if (file === undefined) return undefined;
  const { letter: { paper, title, texts, lists }, dossier, head } = printed;
  const data: TemplateData = { paper, texts, lists, answers: await answersOf(db, dossier) };
  return printTemplate(file, data, { title: [title, head.dossierCode].filter((part) => part !== '').join(' '), author: head.office, verifyUrl: head.verifyUrl, demonstration: ctx.demonstration, mark: '', at: Temporal.Instant.from(head.issuedAt) });
}

/** The same, or what `builtIn` prints where the province has no template. */
export async function ownOr(ctx: DossierContext, db: Db, printed: Printed, builtIn: () => Promise<Uint8Array>): Promise<Uint8Array> {
  return (await printedOwn(ctx, db, printed))?.pdf ?? builtIn();
}

/** The place a template keeps for a signature. @throws when it keeps none: it was checked before it was published */
export function placeOf(name: string, places: NamedPlaces): Place {
  const place = places.find((one) => one.name === name);
  if (place === undefined) throw new Error(`the template keeps no place for ${name}`);
  return { page: place.page, x: place.x, y: place.y, width: place.width, height: place.height };
}
