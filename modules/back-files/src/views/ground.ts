// SPDX-License-Identifier: EUPL-1.2
import { paperKinds } from '@motcua/catalogue';
import { officeDay } from '@motcua/kernel';
import type { BackFileContext } from '../model.ts';
import { rightNames } from '../store/cleansing.ts';
import type { Ground } from '../rules/line.ts';

/** What lines are read against today. */
export async function groundNow({ db, clock }: Pick<BackFileContext, 'db' | 'clock'>): Promise<Ground> {
  const kinds = (await paperKinds(db)).filter(({ retired }) => !retired).map(({ code, name, aliases, validMonths }) => ({ code, name, aliases, validMonths }));
  return { kinds, today: officeDay(clock.now()).toString(), rightNames: await rightNames(db) };
}
