// SPDX-License-Identifier: EUPL-1.2

/** How a file looked at one glance. `changedAt`: milliseconds since the epoch. */
export type Glance = { readonly size: number; readonly changedAt: number };

/** Whether a scanner has finished writing: nothing changed since the glance before, and something is there. The first glance never says so. */
export const isWhole = (now: Glance, before: Glance | undefined): boolean => before !== undefined && now.size > 0 && now.size === before.size && now.changedAt === before.changedAt;

/** Whether a name is a scan's; what programs leave while they write or show folders is not. */
export const isScanName = (name: string): boolean => /^[^.~].*\.(pdf|jpe?g|png|tiff?)$/iu.test(name);

/** The paper a file's name tells of: scanners that read the label's barcode name the file by it («Y99.21-261121-00012.G2.pdf»). */
export function paperNamed(name: string): { readonly code: string; readonly paperNo: number } | null {
  const found = /(?:^|[^A-Z\d])([A-Z]\d{2}(?:\.\d{1,4})*-\d{6}-\d{4,})\.G(\d{1,3})(?!\d)/iu.exec(name);
  return found?.[1] === undefined ? null : { code: found[1].toUpperCase(), paperNo: Number(found[2]) };
}
