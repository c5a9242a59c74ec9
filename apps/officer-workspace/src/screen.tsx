// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { Skeleton, WhileLoading, lazy, useWords } from '@motcua/ui';
import { stepsOf } from '@motcua/web-kit';
import { Dossier } from './screens/dossier/dossier.tsx';
import { Leaders } from './screens/leaders/leaders.tsx';
import { OwedToday } from './screens/owed/owed.tsx';
import { AllDossiers } from './screens/search/all-dossiers.tsx';
import { SupplementRequest } from './screens/supplement/supplement-request.tsx';
import { SignBatch } from './screens/work/sign-batch.tsx';
import { Work } from './screens/work/work.tsx';
import type { OfficerMe } from './workspace.tsx';

// Looked at by few: comes when asked for.
const Calendar = lazy(async () => ({ default: (await import('./screens/calendar/calendar.tsx')).Calendar }));
const DeadlineRules = lazy(async () => ({ default: (await import('./screens/deadline-rules/deadline-rules.tsx')).DeadlineRules }));
// Forms with their rules come with the counter.
const Counter = lazy(async () => ({ default: (await import('./screens/counter/counter.tsx')).Counter }));
const Delegations = lazy(async () => ({ default: (await import('./screens/registers/delegations.tsx')).Delegations }));
const Postings = lazy(async () => ({ default: (await import('./screens/registers/postings.tsx')).Postings }));
const SigningTimetable = lazy(async () => ({ default: (await import('./screens/registers/signing-timetable.tsx')).SigningTimetable }));
const Seals = lazy(async () => ({ default: (await import('./screens/registers/seals.tsx')).Seals }));
const SigningKeys = lazy(async () => ({ default: (await import('./screens/registers/signing-keys.tsx')).SigningKeys }));
const OnSite = lazy(async () => ({ default: (await import('./screens/on-site/on-site.tsx')).OnSite }));
const TrackingBook = lazy(async () => ({ default: (await import('./screens/book/tracking-book.tsx')).TrackingBook }));
const DatedTables = lazy(async () => ({ default: (await import('./screens/dated/dated-tables.tsx')).DatedTables }));
const EformList = lazy(async () => ({ default: (await import('./screens/eforms/eform-list.tsx')).EformList }));
const WriteEform = lazy(async () => ({ default: (await import('./screens/eforms/eform-list.tsx')).WriteEform }));
const MessageList = lazy(async () => ({ default: (await import('./screens/messages/message-list.tsx')).MessageList }));
const TemplateList = lazy(async () => ({ default: (await import('./screens/paper-templates/template-list.tsx')).TemplateList }));
const Catalogue = lazy(async () => ({ default: (await import('./screens/catalogue/catalogue.tsx')).Catalogue }));
const NationalUpdatesPage = lazy(async () => ({ default: (await import('./screens/national-updates/national-updates.tsx')).NationalUpdatesPage }));
const NationalUpdate = lazy(async () => ({ default: (await import('./screens/national-updates/national-update.tsx')).NationalUpdate }));
const PublicationsPage = lazy(async () => ({ default: (await import('./screens/catalogue/publications.tsx')).PublicationsPage }));
const PaperKindsPage = lazy(async () => ({ default: (await import('./screens/catalogue/paper-kinds.tsx')).PaperKindsPage }));
const ReviewPage = lazy(async () => ({ default: (await import('./screens/reviews/review.tsx')).ReviewPage }));
const Reviews = lazy(async () => ({ default: (await import('./screens/reviews/reviews.tsx')).Reviews }));
const ProcedureDetail = lazy(async () => ({ default: (await import('./screens/catalogue/procedure-detail.tsx')).ProcedureDetail }));
const Papers = lazy(async () => ({ default: (await import('./screens/papers/papers.tsx')).Papers }));
const OriginalGapsPage = lazy(async () => ({ default: (await import('./screens/papers/original-gaps.tsx')).OriginalGapsPage }));
const ConfirmAtCounter = lazy(async () => ({ default: (await import('./screens/joint-draft/confirm-at-counter.tsx')).ConfirmAtCounter }));
const Transfers = lazy(async () => ({ default: (await import('./screens/transfers/transfers.tsx')).Transfers }));
const WaitingScansPage = lazy(async () => ({ default: (await import('./screens/digitising/waiting-scans.tsx')).WaitingScansPage }));
const MoneyTakenPage = lazy(async () => ({ default: (await import('./screens/digitising/money-taken.tsx')).MoneyTakenPage }));
const RepresentativesPage = lazy(async () => ({ default: (await import('./screens/registers/representatives.tsx')).RepresentativesPage }));
const StillOnPaper = lazy(async () => ({ default: (await import('./screens/digitising/still-on-paper.tsx')).StillOnPaper }));
const Post = lazy(async () => ({ default: (await import('./screens/post/post.tsx')).Post }));
const Correct = lazy(async () => ({ default: (await import('./screens/correct/correct.tsx')).Correct }));
const Packs = lazy(async () => ({ default: (await import('./screens/packs/packs.tsx')).Packs }));
const Bench = lazy(async () => ({ default: (await import('./screens/bench/bench.tsx')).Bench }));
const BackFilesScreen = lazy(async () => ({ default: (await import('./screens/back-files/back-files-screen.tsx')).BackFilesScreen }));
const CleansingPage = lazy(async () => ({ default: (await import('./screens/back-files/cleansing.tsx')).CleansingPage }));
const ArchiveScreen = lazy(async () => ({ default: (await import('./screens/archive/archive-screen.tsx')).ArchiveScreen }));
const PaperChecksPage = lazy(async () => ({ default: (await import('./screens/paper-checks/paper-checks.tsx')).PaperChecksPage }));
const CopiesPage = lazy(async () => ({ default: (await import('./screens/copies/copies.tsx')).CopiesPage }));
const Readiness = lazy(async () => ({ default: (await import('./screens/readiness/readiness.tsx')).Readiness }));
const ProposalPage = lazy(async () => ({ default: (await import('./screens/proposals/proposal.tsx')).ProposalPage }));
const Proposals = lazy(async () => ({ default: (await import('./screens/proposals/proposals.tsx')).Proposals }));
const VersionMovesPage = lazy(async () => ({ default: (await import('./screens/versions/version-moves.tsx')).VersionMovesPage }));
const Processes = lazy(async () => ({ default: (await import('./screens/processes/processes.tsx')).Processes }));
const BeginProcess = lazy(async () => ({ default: (await import('./screens/processes/designer/begin.tsx')).BeginProcess }));
const CompareProcess = lazy(async () => ({ default: (await import('./screens/processes/compare.tsx')).CompareProcess }));
const Imports = lazy(async () => ({ default: (await import('./screens/processes/import/imports.tsx')).Imports }));
const Import = lazy(async () => ({ default: (await import('./screens/processes/import/import.tsx')).Import }));
const Process = lazy(async () => ({ default: (await import('./screens/processes/process.tsx')).Process }));

type ScreenProps = { readonly me: OfficerMe; readonly path: string; readonly query: URLSearchParams };

/** Which screen belongs to which address. */
export function Screen({ me, path, query }: ScreenProps): ReactElement {
  const [, , place = '', code = '', part = ''] = stepsOf(path);
  switch (place) {
    case 'duyet': return <SignBatch />;
    case 'hom-nay': return <OwedToday query={query} />;
    case 'y-kien': return <Work key={place} list="consultations" />;
    case 'dong': return <Work key={place} list="to-close" />;
    case 'im-lang': return <Work key={place} list="silent" />;
    case 'de-nghi': return <Work key={place} list="wishes" />;
    case 'tin-nhan': return <Work key={place} list="questions" />;
    case 'cap-tren': return <Work key={place} list="escalated" />;
    case 'gia-han': return <Work key={place} list="to-extend" />;
    case 'truc-tuyen': return <Work key={place} list="online" />;
    case 'tra': return <Work key={place} list="to-return" />;
    case 'phat-hanh': return <Work key={place} list="to-issue" />;
    case 'quay': return <Later><Counter me={me} /></Later>;
    case 'ho-so':
      if (code === '') return <AllDossiers query={query} />;
      if (part === 'sua') return <Later><Correct key={code} code={code} /></Later>;
      return part === 'bo-sung' ? <SupplementRequest key={code} code={code} /> : <Dossier key={code} code={code} />;
    case 'quy-dinh': return <Later><DatedTables query={query} /></Later>;
    case 'nap-quy-trinh': return code === '' ? <Later><Imports /></Later> : <Later><Import key={code} id={code} /></Later>;
    case 'quy-trinh': {
      const mayWrite = me.acts.includes('proposal.write');
      if (part === 'so-sanh') return <Later><CompareProcess key={code} code={code} query={query} /></Later>;
      if (part === 've') return <Later><BeginProcess key={code} code={code} query={query} /></Later>;
      return code === '' ? <Later><Processes query={query} mayWrite={mayWrite} mayImport={me.acts.includes('process.import')} /></Later> : <Later><Process key={code} code={code} query={query} mayWrite={mayWrite} /></Later>;
    }
    case 'bieu-mau': return <Later>{part === 'soan' ? <WriteEform subject={code} /> : <EformList me={me} />}</Later>;
    case 'loi-bao': return <Later><MessageList me={me} /></Later>;
    case 'mau-giay': return <Later><TemplateList me={me} /></Later>;
    case 'nop-luu': case 'bien-ban-luu': case 'luu-tru': case 'toan-ven': case 'huy-ho-so': return <Later><ArchiveScreen place={place} code={code} query={query} mayOpen={me.acts.includes('archive.open')} /></Later>;
    case 'lam-sach': return <Later><CleansingPage /></Later>;
    case 'ho-so-cu': return <Later><BackFilesScreen code={code} part={part} query={query} /></Later>;
    case 'kiem-tra-giay': return <Later><PaperChecksPage /></Later>;
    case 'ban-in': return <Later><CopiesPage me={me} /></Later>;
    case 'san-sang': return <Later><Readiness query={query} /></Later>;
    case 'goi': return <Later><Packs /></Later>;
    case 'ban-soan': return <Later>{code === '' ? <Proposals query={query} /> : <ProposalPage key={code} id={code} />}</Later>;
    case 'ban-thu': return <Later><Bench query={query} /></Later>;
    case 'cong-bo': return <Later><PublicationsPage query={query} /></Later>;
    case 'giay-to': return <Later><PaperKindsPage query={query} /></Later>;
    case 'ra-soat': return <Later>{code === '' ? <Reviews query={query} /> : <ReviewPage key={code} id={code} />}</Later>;
    case 'danh-muc': return <Later><CatalogueScreen me={me} code={code} part={part} query={query} /></Later>;
    case 'ban-soan-chung': return <Later><ConfirmAtCounter /></Later>;
    case 'chuyen-den': return <Later><Transfers /></Later>;
    case 'ban-quet': return <Later><WaitingScansPage /></Later>;
    case 'so-thu': return <Later><MoneyTakenPage /></Later>;
    case 'dai-dien': return <Later><RepresentativesPage /></Later>;
    case 'so-hoa': return <Later><StillOnPaper /></Later>;
    case 'buu-chinh': return <Later><Post /></Later>;
    case 'giay': return <Later><Papers /></Later>;
    case 'giay-goc': return <Later><OriginalGapsPage /></Later>;
    case 'gio-lam-viec': return <Later><Calendar me={me} query={query} /></Later>;
    case 'cach-tinh': return <Later><DeadlineRules /></Later>;
    case 'dieu-hanh': return <Leaders />;
    case 'bo-tri': return <Later><Postings me={me} query={query} /></Later>;
    case 'lich-ky': return <Later><SigningTimetable /></Later>;
    case 'khoa-ky': return <Later><SigningKeys me={me} /></Later>;
    case 'con-dau': return <Later><Seals me={me} query={query} /></Later>;
    case 'chuyen-ban': return <Later><VersionMovesPage query={query} /></Later>;
    case 'tai-cho': return <Later><OnSite query={query} /></Later>;
    case 'so-theo-doi': return <Later><TrackingBook me={me} query={query} /></Later>;
    case 'uy-quyen': return <Later><Delegations query={query} /></Later>;
    default: return <Work key={query.get('nhom')} list={tabOf(query.get('nhom'))} tabs />;
  }
}

function CatalogueScreen({ me, code, part, query }: { readonly me: OfficerMe; readonly code: string; readonly part: string; readonly query: URLSearchParams }): ReactElement {
  const mayWrite = me.acts.includes('proposal.write');
  if (code === '') return <Catalogue query={query} mayWrite={mayWrite} mayUpdate={me.acts.includes('national-update.read')} />;
  if (code !== 'cap-nhat') return <ProcedureDetail key={code} code={code} mayWrite={mayWrite} />;
  return part === '' ? <NationalUpdatesPage /> : <NationalUpdate key={part} id={part} query={query} />;
}

function Later({ children }: { readonly children: ReactNode }): ReactElement {
  const t = useWords();
  return <WhileLoading value={<main><Skeleton label={t('loading')} /></main>}>{children}</WhileLoading>;
}

function tabOf(name: string | null): 'todo' | 'waiting' | 'paused' | 'done-today' {
  return name === 'waiting' || name === 'paused' || name === 'done-today' ? name : 'todo';
}
