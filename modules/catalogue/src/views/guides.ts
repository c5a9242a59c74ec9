// SPDX-License-Identifier: EUPL-1.2
import type { Db } from '@motcua/db-kit';
import { Guide } from '../guide-model.ts';
import { companionOn } from '../store/companions.ts';

/** The guide of a procedure that counts on a day; undefined when none is published. */
export async function guideOn(db: Db, code: string, day: string): Promise<Guide | undefined> {
  const found = await companionOn(db, { kind: 'guide', code, day });
  return found === undefined ? undefined : Guide.parse(found.content);
}
