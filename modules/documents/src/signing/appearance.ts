// SPDX-License-Identifier: EUPL-1.2
import { officeZone } from '@motcua/kernel';
import { renderPaper } from '../paper/render.ts';
import type { Place, SignerKind } from './model.ts';

/** What is seen of a signature. */
export type Seen = { readonly kind: SignerKind; readonly name: string; readonly at: Temporal.Instant; readonly place: Place; readonly isInitial?: boolean };

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

/** The time as Decree 30/2020 wants it beside a signature: ISO 8601, zone of Viet Nam. */
const timeText = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(officeZone).toString({ smallestUnit: 'second', timeZoneName: 'never' });

/** One page of the size of the place, blue for a person, red and framed for an agency. */
export function drawAppearance({ kind, name, at, place, isInitial = false }: Seen): Promise<Uint8Array> {
  const { width, height } = place;
  return renderPaper({ template, data: { kind, name, isInitial, width, height, time: timeText(at) }, standard: 'a-2b', at });
}
