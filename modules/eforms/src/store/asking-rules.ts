// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import type { AskingRule } from '../definition/review.ts';

type RuleTables = {
  'eforms.asking_rule': {
    readonly id: string; readonly kind: AskingRule['kind']; readonly words: readonly string[]; readonly says: string; readonly source: string | null; readonly blocks: boolean;
    readonly valid_from: string; readonly valid_until: string | null;
  };
};

/** The rules about what forms may ask, in force on a day (ISO). */
export async function askingRulesOn(db: Db, day: string): Promise<readonly AskingRule[]> {
  return db.$extendTables<RuleTables>().selectFrom('eforms.asking_rule').select(['kind', 'words', 'says', 'source', 'blocks'])
    .where('valid_from', '<=', day).where((q) => q.or([q('valid_until', 'is', null), q('valid_until', '>', day)])).orderBy('id').execute();
}
