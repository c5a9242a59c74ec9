// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { Me } from '@motcua/access/contract';
import { PlaceList } from '@motcua/organisation/contract';
import { OwnOrganisations, OwnVault, VaultNotices } from '@motcua/vault/contract';
import { DossierPage, Draft, DraftCoApplicants, DraftList, FilingStart, KnownAnswers, JointDraft, JointDraftList, Openings, OwnDossier, OwnUploads, ReuseOffers, Viewers, WaitingFiles } from '@motcua/dossiers/contract';
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

const of = (organisation: string | null): string => (organisation === null ? '' : `?organisation=${encodeURIComponent(organisation)}`);

/** Kho giấy tờ của tôi, or of an organisation I represent. */
export const useVault = (organisation: string | null): Asked<typeof OwnVault> =>
  useQuery({ queryKey: ['my-vault', organisation], queryFn: () => ask(OwnVault, `/api/my/vault${of(organisation)}`) });

/** What I am told of my vault and those of organisations I represent. */
export const useVaultNotices = (): Asked<typeof VaultNotices> => useQuery({ queryKey: ['vault-notices'], queryFn: () => ask(VaultNotices, '/api/my/vault-notices') });

/** Files sent for the open request and not yet handed in; asked once a visit: what is sent meanwhile the page knows itself. */
export const useWaitingFiles = (code: string): Asked<typeof WaitingFiles> =>
  useQuery({ queryKey: ['waiting-files', code], staleTime: Infinity, gcTime: 0, queryFn: () => ask(WaitingFiles, `/api/my/dossiers/${encodeURIComponent(code)}/files`) });

/** Organisations I represent. */
export const useOrganisations = (): Asked<typeof OwnOrganisations> =>
  useQuery({ queryKey: ['my-organisations'], queryFn: () => ask(OwnOrganisations, '/api/my/organisations') });

/** Papers I uploaded myself that a draft may take. */
export const useOwnUploads = (id: string, saved: string): Asked<typeof OwnUploads> =>
  useQuery({ queryKey: ['own-uploads', id, saved], placeholderData: keepPreviousData, queryFn: () => ask(OwnUploads, `/api/drafts/${encodeURIComponent(id)}/own-uploads`) });

/** Who looked at my data, or at that of an organisation I represent, across everything. */
export const useViewers = (organisation: string | null): Asked<typeof Viewers> =>
  useQuery({ queryKey: ['my-viewers', organisation], queryFn: () => ask(Viewers, `/api/my/viewers${of(organisation)}`) });

/** Drafts not filed yet. */
export const useDrafts = (): Asked<typeof DraftList> =>
  useQuery({ queryKey: ['drafts'], queryFn: () => ask(DraftList, '/api/drafts') });

/** What of a draft's papers the state already holds; asked again when the draft was saved. */
export const useHeldPapers = (id: string, saved: string): Asked<typeof ReuseOffers> =>
  useQuery({ queryKey: ['held-papers', id, saved], placeholderData: keepPreviousData, queryFn: () => ask(ReuseOffers, `/api/drafts/${encodeURIComponent(id)}/held-papers`) });

/** What is known for the fields of a draft about somebody, null for nobody. Asked once: what is emptied stays empty. */
export const useKnownAnswers = (id: string, subject: string | null): Asked<typeof KnownAnswers> =>
  useQuery({ queryKey: ['known-answers', id, subject], enabled: subject !== null, staleTime: Infinity, queryFn: () => ask(KnownAnswers, `/api/drafts/${encodeURIComponent(id)}/known-answers`) });

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
