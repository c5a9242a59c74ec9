// SPDX-License-Identifier: EUPL-1.2
/** What the bench uses of a library that brings no types. */
declare module 'moment-business-time' {
  type Moment = { readonly addWorkingTime: (count: number, unit: 'days' | 'hours') => Moment; readonly valueOf: () => number };
  type WorkingHours = Readonly<Record<number, readonly string[] | null>>;
  const moment: ((at: number) => Moment) & { readonly updateLocale: (name: string, given: { readonly workinghours: WorkingHours; readonly holidays: readonly string[] }) => void };
  export default moment;
}
