// SPDX-License-Identifier: EUPL-1.2
/**
 * What the server fills in for each public page: plain strings and numbers, ISO instants, no code.
 * `renderPage(name, props)` of `dist/server/render.js` answers with the whole HTML document.
 */

export type Site = {
  /** «tỉnh Đắk Lắk» */
  readonly province: string;
  /** «UBND tỉnh Đắk Lắk» */
  readonly owner: string;
  readonly hotline: string;
  readonly hours: string;
  readonly address: string;
  /** True until an operator runs it for real: every page says so. */
  readonly demonstration: boolean;
};

export type Visit = {
  readonly site: Site;
  /** Path with query, as asked: for the current item of the navigation and the change of language. */
  readonly path: string;
  /** Name of the person signed in, or null. */
  readonly signedIn: string | null;
  readonly locale: 'vi' | 'en';
  /** ISO instant. */
  readonly now: string;
};

export type PublishedTime = { readonly value: number | null; readonly unit: 'WORKING_DAY' | 'DAY' | 'HOUR' | 'MONTH' | 'YEAR' | 'OTHER' };
export type PublishedFee = { readonly kind: 'FEE' | 'SERVICE_FEE' | 'PRICE_LEVEL'; readonly amount: number | null; readonly currency: string | null; readonly note: string | null };
export type ChannelName = 'DIRECT' | 'ONLINE' | 'POSTAL';
export type Named = { readonly code: string | null; readonly name: string };

export type Paper = {
  readonly code: string | null; readonly name: string; readonly originals: number; readonly copies: number; readonly required: boolean;
  readonly eForm: boolean; readonly resultOfOther: string | null; readonly forms: readonly string[];
};

/** One row of a list of procedures. */
export type ProcedureLine = {
  readonly code: string; readonly name: string; readonly field: string | null; readonly levels: readonly string[]; readonly onlineLevel: string;
  readonly time: PublishedTime | null; readonly fee: number | null;
  /** An agency of this province has a process and a form for it. */
  readonly handledHere: boolean;
};

/** A procedure as one version publishes it: the shape of the catalogue's own record. */
export type ProcedureRecord = {
  readonly code: string; readonly name: string; readonly levels: readonly string[]; readonly onlineLevel: string; readonly nonTerritorial: boolean;
  readonly field: Named | null; readonly issuingAgency: Named | null;
  readonly decision: { readonly number: string | null; readonly date: string | null };
  readonly executingAgencies: readonly Named[]; readonly competentAgencies: readonly Named[]; readonly coordinatingAgencies: readonly Named[];
  readonly receivingAddress: string | null; readonly applicantKinds: readonly Named[]; readonly lifeEvents: readonly string[];
  readonly steps: readonly { readonly name: string | null; readonly text: string }[];
  readonly methods: readonly { readonly channel: ChannelName; readonly time: PublishedTime | null; readonly note: string | null; readonly fees: readonly PublishedFee[] }[];
  readonly circumstances: readonly { readonly code: string | null; readonly name: string; readonly time: PublishedTime | null }[];
  readonly papers: readonly { readonly circumstance: string | null; readonly papers: readonly Paper[] }[];
  readonly results: readonly Named[]; readonly legalBases: readonly Named[];
  readonly conditions: string | null; readonly keywords: string | null; readonly note: string | null;
};

export type Place = { readonly href: string; readonly name: string };

export type HomePage = { readonly visit: Visit; readonly popular: readonly Place[]; readonly lifeEvents: readonly Place[]; readonly fields: readonly Place[]; readonly procedures: number };

export type SearchAsked = { readonly text: string; readonly field: string; readonly level: string; readonly agency: string; readonly online: boolean; readonly here: boolean };

/** `more` is the address of the next page (keyset), or null. The server keeps the filters in it. */
export type SearchPage = {
  readonly visit: Visit; readonly asked: SearchAsked; readonly fields: readonly { readonly code: string; readonly name: string }[];
  /** Agencies of this province, to choose by who handles it. */
  readonly agencies: readonly { readonly code: string; readonly name: string }[];
  readonly procedures: readonly ProcedureLine[]; readonly more: string | null; readonly isContinued: boolean;
};

export type ProcedurePage = {
  readonly visit: Visit; readonly procedure: ProcedureRecord;
  /** Where it is filed: here, at the national portal, or only at a counter; nowhere under a version that does not count today. */
  readonly filing: { readonly kind: 'here' | 'national-portal' | 'counter' | 'none'; readonly href: string | null };
  /** The internal procedures it is handled by, with the first agencies of each and how many more; `href` null while none is in force. */
  /** The declarations used here, as papers. */
  readonly eforms: readonly { readonly key: string; readonly title: string; readonly blankHref: string; readonly sampleHref: string }[];
  readonly handledBy: readonly { readonly agencies: readonly string[]; readonly more: number; readonly steps: number; readonly hours: number; readonly href: string | null }[];
  /** Observed duration, a finding and no promise; null under 30 dossiers. */
  readonly observed: { readonly dossiers: number; readonly halfDays: number; readonly mostDays: number } | null;
  /** In force since and until; one that is over or has not begun says so. `next`: the version that follows it; `abolishedBy`: the decision that ended it without one. */
  readonly version: {
    readonly since: string | null; readonly until: string | null; readonly standing: VersionStanding; readonly currentHref: string | null;
    readonly next: { readonly href: string; readonly since: string } | null; readonly abolishedBy: string | null; readonly earlierHref: string | null;
  };
};

export type VersionStanding = 'in-force' | 'coming' | 'over';

/** Các bản trước: every version of a procedure, newest first. `until` is the first day it counts no more. */
export type VersionsPage = {
  readonly visit: Visit; readonly code: string; readonly name: string;
  readonly versions: readonly { readonly version: number; readonly href: string; readonly decision: ProcedureRecord['decision']; readonly since: string; readonly until: string | null; readonly standing: VersionStanding }[];
};

/** The answers travel in the address: `truong-hop`, `nguoi-nop`, `kenh`, each the position of the choice, or «khong-chac». */
export type NeedsPage = {
  readonly visit: Visit; readonly procedure: ProcedureRecord; readonly filing: ProcedurePage['filing'];
  readonly answers: { readonly circumstance: string | null; readonly applicant: string | null; readonly channel: string | null };
};

/** Tôi cần giấy gì by the questions published for the procedure; the answers travel in the address, one name a question, «khong-chac» where not sure. */
export type CaseGuidePage = {
  readonly visit: Visit; readonly procedure: ProcedureRecord; readonly filing: ProcedurePage['filing'];
  readonly questions: readonly { readonly id: string; readonly label: string; readonly hint: string | null; readonly choices: readonly { readonly value: string; readonly label: string }[] }[];
  /** In the order of the questions; null: not sure. */
  readonly given: readonly { readonly id: string; readonly value: string | null }[];
  readonly next: string | null;
  readonly obstacles: readonly { readonly condition: string; readonly wayOut: string; readonly basis: string; readonly isCertain: boolean }[];
  readonly papers: readonly { readonly paper: Paper; readonly why: string; readonly isCertain: boolean }[];
  readonly circumstance: string | null; readonly office: string | null;
  readonly price: {
    readonly lines: readonly { readonly id: string; readonly text: string }[]; readonly totalVnd: number | null;
    readonly units: readonly { readonly id: string; readonly title: string; readonly unit: string }[]; readonly claims: readonly { readonly id: string; readonly who: string }[];
  } | null;
  /** What was counted and claimed for the price, by the ids of the fee table. */
  readonly fee: { readonly units: Readonly<Record<string, number>>; readonly claims: readonly string[] };
};

export type OpenDataPage = { readonly visit: Visit; readonly origin: string };

/** Bảng niêm yết of an agency; `qr` is a picture's address. */
export type PostingPage = { readonly visit: Visit; readonly agency: string; readonly day: string; readonly procedures: readonly ProcedureLine[]; readonly qr: string };

/** Phần nhúng; `procedure` null: none in force. */
export type WidgetPage = { readonly visit: Visit; readonly procedure: ProcedureRecord | null; readonly abolished: string | null; readonly href: string };

/** Without signing in only the code and the degree of completion; unknown, foreign and mistyped codes look the same. */
export type LookUpPage = {
  readonly visit: Visit; readonly typed: string;
  readonly answer: null
    | { readonly kind: 'found'; readonly code: string; readonly done: number; readonly total: number; readonly updatedAt: string }
    | { readonly kind: 'destroyed'; readonly code: string; readonly decision: string; readonly at: string }
    | { readonly kind: 'not-found' }
    | { readonly kind: 'wait'; readonly seconds: number };
};

/** `facts` is the minimum printed on the paper itself. */
export type VerifyPage = {
  readonly visit: Visit; readonly verdict: 'genuine' | 'mismatch' | 'replaced' | 'revoked'; readonly paper: string | null;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
};

export type ListPage = { readonly visit: Visit; readonly kind: 'life-event' | 'field'; readonly name: string; readonly procedures: readonly ProcedureLine[]; readonly more: string | null };

/** An internal procedure as it is published, one of those the procedure is handled by. */
export type InternalProcedurePage = {
  readonly visit: Visit; readonly procedure: Place;
  readonly shown: {
    readonly name: string; readonly version: number; readonly validFrom: string; readonly decision: { readonly number: string; readonly date: string } | null; readonly isModel: boolean; readonly steps: number; readonly hours: number;
    readonly rows: readonly ({ readonly no: string; readonly who: string; readonly content: string; readonly time: string; readonly output: string } | { readonly note: string })[];
  };
  readonly choices: readonly { readonly name: string; readonly href: string; readonly agencies: number; readonly first: string }[];
  /** Address of the one that is shown. */
  readonly now: string;
  readonly files: { readonly pdf: string; readonly docx: string };
};

export type ErrorPage = { readonly visit: Visit; readonly kind: 'not-found' | 'fault' | 'too-many' | 'forbidden'; readonly incident: string | null };

export type PlainPage = { readonly visit: Visit };

/** The empty frame into which the signed-in application draws itself. */
export type AppPage = { readonly visit: Visit; readonly title: string };

export type PageProps = {
  readonly 'home': HomePage; readonly 'search': SearchPage; readonly 'procedure': ProcedurePage; readonly 'needs': NeedsPage;
  readonly 'look-up': LookUpPage; readonly 'verify': VerifyPage; readonly 'list': ListPage; readonly 'versions': VersionsPage; readonly 'open-data': OpenDataPage; readonly 'posting': PostingPage; readonly 'widget': WidgetPage; readonly 'internal-procedure': InternalProcedurePage; readonly 'case-guide': CaseGuidePage; readonly 'error': ErrorPage;
  readonly 'accessibility': PlainPage; readonly 'guide': PlainPage; readonly 'contact': PlainPage; readonly 'petition': PlainPage; readonly 'check': PlainPage; readonly 'app': AppPage;
};
export type PageName = keyof PageProps;

/** The face of `dist/server/render.js`. */
export type RenderPage = <Name extends PageName>(name: Name, props: PageProps[Name]) => string;
