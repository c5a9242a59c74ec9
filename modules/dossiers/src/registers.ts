// SPDX-License-Identifier: EUPL-1.2
/** What the population register (cơ sở dữ liệu quốc gia về dân cư) says of a person, in its words; days ISO 8601, null: it says nothing. */
export type PopulationPerson = {
  readonly personalId: string; readonly fullName: string; readonly birthDate: string | null; readonly sex: string | null; readonly ethnicity: string | null; readonly nationality: string | null; readonly maritalStatus: string | null; readonly hometown: string | null;
  /** Permanent residence; codes of the two levels. */
  readonly residence: { readonly province: string; readonly commune: string; readonly text: string } | null;
};

/** Who is asked for, by whom and what for: the register answers to nobody who does not say. */
export type PopulationAsked = {
  readonly requestId: string; /** Number of the officer, or of the system where the person asks for himself. */ readonly officer: string; readonly procedure: string;
  readonly person: { readonly personalId: string; readonly name: string; readonly birthDate: string | null };
};

/** `no-match`: number, name and day of birth do not fit one person; `unreachable`: no answer in time, the form asks as before. */
export type PopulationAnswer = { readonly outcome: 'found'; readonly person: PopulationPerson } | { readonly outcome: 'no-match' | 'unreachable' };

/** A way to ask the population register; given by an integration. */
export type PopulationRegister = (asked: PopulationAsked) => Promise<PopulationAnswer>;
