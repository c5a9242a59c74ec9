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

/** What the business register (cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp) says of an enterprise; days ISO 8601, null: it says nothing. */
export type Enterprise = {
  /** Mã số doanh nghiệp, which is its tax code: 10 digits, of a branch 13. */
  readonly code: string; readonly name: string; readonly foreignName: string | null; readonly shortName: string | null;
  /** Kind and status in the register's own codes: what they mean is dated data. */
  readonly kindCode: string; readonly statusCode: string;
  /** Codes of the two levels. */
  readonly headOffice: { readonly province: string; readonly commune: string; readonly text: string } | null;
  /** Người đại diện theo pháp luật; the number only where the question's purpose allows it. */
  readonly representatives: readonly { readonly name: string; readonly role: string; readonly personalId: string | null }[];
  readonly lines: readonly { readonly code: string; readonly name: string }[];
  readonly registeredOn: string | null;
  /** How often the registration was changed, and when last. */
  readonly changes: number | null; readonly changedOn: string | null;
};

/** What an enterprise is asked about for: what is registered, or also who may act for it. */
export type EnterprisePurpose = 'content' | 'representation';

/** Which enterprise is asked for, by whom and what for. */
export type EnterpriseAsked = { readonly requestId: string; /** Number of the officer, or of the system where a person asks. */ readonly officer: string; readonly procedure: string; readonly code: string; readonly purpose: EnterprisePurpose };

/** `no-match`: no enterprise has the code; `unreachable`: no answer in time. */
export type EnterpriseAnswer = { readonly outcome: 'found'; readonly enterprise: Enterprise } | { readonly outcome: 'no-match' | 'unreachable' };

/** A way to ask the business register; given by an integration. */
export type BusinessRegister = (asked: EnterpriseAsked) => Promise<EnterpriseAnswer>;
