// SPDX-License-Identifier: EUPL-1.2
const longestTitle = 150;

/**
 * A name short enough for a title: published names reach 1,094 characters. Cut before a bracket or at a comma; the whole name is one step away.
 */
export function shortName(name: string): string {
  const whole = name.replaceAll(/\s+/gu, ' ').trim();
  if (whole.length <= longestTitle) return whole;
  const bracket = whole.indexOf(' (');
  if (bracket > 20 && bracket <= longestTitle) return `${whole.slice(0, bracket)}…`;
  const cut = whole.slice(0, longestTitle);
  const end = Math.max(cut.lastIndexOf(','), cut.lastIndexOf(';'));
  return `${cut.slice(0, end > 60 ? end : cut.lastIndexOf(' '))}…`;
}

/** A line of a published list without its bullet and closing mark: «- Giấy đề nghị;» becomes «Giấy đề nghị». */
export function listText(line: string): string {
  return line.replace(/^[\s\-–+*•]+/u, '').replace(/[\s;]+$/u, '');
}

/** A step's name without the number it carries itself: «2. Thẩm định» becomes «Thẩm định». */
export function withoutNumber(name: string): string {
  return name.replace(/^\d+[.)]\s*/u, '');
}
