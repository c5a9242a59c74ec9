// SPDX-License-Identifier: EUPL-1.2
import { officeZone } from '@motcua/kernel';
import { renderPaper } from '../paper/render.ts';
import type { SignatureLook } from './look.ts';
import type { Place, SignerKind } from './model.ts';

/** What is seen of a signature. */
export type Seen = { readonly kind: SignerKind; readonly name: string; readonly at: Temporal.Instant; readonly place: Place; readonly isInitial?: boolean; readonly look?: SignatureLook | undefined };

const pictureFile = 'hinh.png';

// Its own page, without ground, with its own fonts inside: a file that keeps to PDF/A stays so.
const template = `#let d = json(bytes(sys.inputs.data))
#let ink = if d.kind == "agency" { rgb("#c1121f") } else { rgb("#123c9c") }
#set page(width: d.width * 1pt, height: d.height * 1pt, margin: 1.5pt, fill: none)
#set text(font: "Tinos", size: calc.min(9pt, d.height / 6 * 1pt), fill: ink, lang: "vi", hyphenate: false)
#set par(leading: 0.4em, spacing: 0.4em)
#let lines = [
  #if d.kind == "agency" [Cơ quan ký số:] else if d.isInitial [Ký nháy:] else [Người ký:] \\
  #strong(if d.kind == "agency" { upper(d.name) } else { d.name }) \\
  Thời gian ký: #d.time
]
#if d.kind == "agency" {
  box(width: 100%, height: 100%, stroke: 1.2pt + ink, radius: 2pt, inset: 3pt, align(center + horizon, lines))
} else { align(center + horizon, lines) }`;

const pictured = `#let d = json(bytes(sys.inputs.data))
#set page(width: d.width * 1pt, height: d.height * 1pt, margin: 0pt, fill: none)
#image("/${pictureFile}", width: 100%, height: 100%, fit: "contain", alt: d.name)`;

// Black, upright, 10 points: what a copy says of itself.
const copied = `#let d = json(bytes(sys.inputs.data))
#set page(width: d.width * 1pt, height: d.height * 1pt, margin: 0pt, fill: none)
#set text(font: "Tinos", size: 10pt, fill: black, lang: "vi", hyphenate: false)
#set par(leading: 0.3em, spacing: 0.3em)
#place(top + right, box(width: 100%, align(right, [#d.form \\ #d.agency \\ #d.name \\ #d.time])))`;

/** The time as Decree 30/2020 wants it beside a signature: ISO 8601, zone of Viet Nam. */
const timeText = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(officeZone).toString({ smallestUnit: 'second', timeZoneName: 'never' });

/** The same for people, as copies say it: 21-11-2026 10:00:00 +07:00. */
const zonedText = (at: Temporal.Instant): string => {
  const zoned = at.toZonedDateTimeISO(officeZone);
  return `${zoned.toPlainDate().toString().split('-').toReversed().join('-')} ${zoned.toPlainTime().toString({ smallestUnit: 'second' })} ${zoned.offset}`;
};

/** One page of the size of the place: the picture, what a copy says, or lines, blue for a person, red and framed for an agency. */
export function drawAppearance({ kind, name, at, place, isInitial = false, look }: Seen): Promise<Uint8Array> {
  const { width, height } = place;
  if (look?.kind === 'picture') return renderPaper({ template: pictured, data: { name, width, height }, standard: 'a-2b', at, files: { [pictureFile]: look.picture.png } });
  if (look?.kind === 'copy') return renderPaper({ template: copied, data: { form: look.form, agency: look.agency, name, width, height, time: zonedText(at) }, standard: 'a-2b', at });
  return renderPaper({ template, data: { kind, name, isInitial, width, height, time: timeText(at) }, standard: 'a-2b', at });
}
