// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { Me } from '@motcua/access/contract';
import { PlaceList } from '@motcua/organisation/contract';
import { OwnVault } from '@motcua/vault/contract';
import { DossierPage, Draft, DraftCoApplicants, DraftList, FilingStart, KnownAnswers, JointDraft, JointDraftList, Openings, OwnDossier, ReuseOffers, Viewers } from '@motcua/dossiers/contract';
import type { z } from 'zod';
import type { SearchPlaces } from '@motcua/ui';
import { ask } from '@motcua/web-kit';

type Asked<Schema extends z.ZodType> = UseQueryResult<z.infer<Schema>>;

/** Who is signed in. */
export const useMe = (): Asked<typeof Me> => useQuery({ queryKey: ['me'], queryFn: () => ask(Me, '/api/me'), staleTime: 60_000 });

/** Hồ sơ của tôi. */
export const useMyDossiers = (): Asked<typeof DossierPage> =>
  useQuery({ queryKey: ['my-dossiers'], queryFn: () => ask(DossierPage, '/api/my/dossiers') });

/** One dossier of mine; asked again every minute while the page is open. */
export const useOwnDossier = (code: string): Asked<typeof OwnDossier> =>
  useQuery({ queryKey: ['my-dossiers', code], queryFn: () => ask(OwnDossier, `/api/my/dossiers/${encodeURIComponent(code)}`), refetchInterval: 60_000 });

/** Who opened the papers of a dossier of mine. */
export const useOpenings = (code: string): Asked<typeof Openings> =>
  useQuery({ queryKey: ['my-dossiers', code, 'openings'], queryFn: () => ask(Openings, `/api/my/dossiers/${encodeURIComponent(code)}/openings`) });

/** Kho giấy tờ của tôi. */
export const useVault = (): Asked<typeof OwnVault> =>
  useQuery({ queryKey: ['my-vault'], queryFn: () => ask(OwnVault, '/api/my/vault') });

/** Who looked at my data, across everything. */
export const useViewers = (): Asked<typeof Viewers> =>
  useQuery({ queryKey: ['my-viewers'], queryFn: () => ask(Viewers, '/api/my/viewers') });

/** Drafts not filed yet. */
export const useDrafts = (): Asked<typeof DraftList> =>
  useQuery({ queryKey: ['drafts'], queryFn: () => ask(DraftList, '/api/drafts') });

/** What of a draft's papers the state already holds; asked again when the draft was saved. */
export const useHeldPapers = (id: string, saved: string): Asked<typeof ReuseOffers> =>
  useQuery({ queryKey: ['held-papers', id, saved], placeholderData: keepPreviousData, queryFn: () => ask(ReuseOffers, `/api/drafts/${encodeURIComponent(id)}/held-papers`) });

/** What I answered before, for the fields of a draft. Asked once: what is emptied stays empty. */
export const useKnownAnswers = (id: string, isOwn: boolean): Asked<typeof KnownAnswers> =>
  useQuery({ queryKey: ['known-answers', id], enabled: isOwn, staleTime: Infinity, queryFn: () => ask(KnownAnswers, `/api/drafts/${encodeURIComponent(id)}/known-answers`) });

/** Who shares a draft of mine, and what each said; asked again every half minute. */
export const useDraftCoApplicants = (id: string): Asked<typeof DraftCoApplicants> =>
  useQuery({ queryKey: ['draft-co-applicants', id], queryFn: () => ask(DraftCoApplicants, `/api/drafts/${encodeURIComponent(id)}/co-applicants`), refetchInterval: 30_000 });

/** Drafts of others that name me. */
export const useJointDrafts = (): Asked<typeof JointDraftList> =>
  useQuery({ queryKey: ['joint-drafts'], queryFn: () => ask(JointDraftList, '/api/my/joint-drafts') });

/** One draft of somebody else that names me; asked again every half minute. */
export const useJointDraft = (id: string): Asked<typeof JointDraft> =>
  useQuery({ queryKey: ['joint-drafts', id], queryFn: () => ask(JointDraft, `/api/my/joint-drafts/${encodeURIComponent(id)}`), refetchInterval: 30_000 });

/** One draft. Read once when it is opened: from then on this screen holds the newest content. */
export const useStoredDraft = (id: string): Asked<typeof Draft> =>
  useQuery({ queryKey: ['drafts', id], queryFn: () => ask(Draft, `/api/drafts/${encodeURIComponent(id)}`), staleTime: Infinity, refetchOnWindowFocus: false });

/** What is needed to begin filing: form, papers, agencies. */
export const useFilingStart = (procedure: string, agency: string | null): Asked<typeof FilingStart> =>
  useQuery({
    queryKey: ['filing', procedure, agency], staleTime: Infinity,
    queryFn: () => ask(FilingStart, `/api/filing/${encodeURIComponent(procedure)}`, { agency: agency ?? undefined }),
  });

/** Communes by any of their names. */
export const searchPlaces: SearchPlaces = async (typed) => {
  const { places } = await ask(PlaceList, '/api/places/search', { q: typed });
  return places.map(({ code, name, province, provinceCode, formerly }) => ({ code, name, within: province, provinceCode, formerly }));
};
