// SPDX-License-Identifier: EUPL-1.2
import type { VaultPaper } from '@motcua/vault/contract';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐÐ]/gu, 'd').toLowerCase();

/** Whether every word typed stands somewhere on the paper, without tone marks: «giay phep 12» finds «Giấy phép xây dựng 12/GPXD». */
export function matches({ name, number, agencyName, code, dossier }: Pick<VaultPaper, 'name' | 'number' | 'agencyName' | 'code' | 'dossier'>, typed: string): boolean {
  const text = folded([name, number, agencyName, code, dossier].filter((part) => part !== null).join(' '));
  return folded(typed).split(/\s+/u).every((word) => text.includes(word));
}
