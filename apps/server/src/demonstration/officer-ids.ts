// SPDX-License-Identifier: EUPL-1.2
import { officeDay } from '@motcua/kernel';
import { findOfficer } from '@motcua/organisation';
import type { Installation } from '../installation.ts';

/** Finds officers of the demonstration by login. @throws when there is none: the demonstration contradicts itself */
export function officerIds({ context: { db, clock } }: Installation): (login: string) => Promise<string> {
  const today = officeDay(clock.now()).toString();
  return async (login) => {
    const found = await findOfficer(db, { login }, today);
    if (found === undefined) throw new Error(`no officer ${login}`);
    return found.id;
  };
}
