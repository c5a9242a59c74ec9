// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import { Me } from '@motcua/access/contract';
import { ProcedurePage } from '@motcua/catalogue/contract';
import { DossierPage, Figures, FilingStart, KnownPerson, OfficerDossier, SupplementReasons, WorkCounts } from '@motcua/dossiers/contract';
import type { DossierQuery, WorkQuery } from '@motcua/dossiers/contract';
import { AgencyList, PlaceList } from '@motcua/organisation/contract';
import type { z } from 'zod';
import type { SearchPlaces } from '@motcua/ui';
import { ask } from '@motcua/web-kit';

type Asked<Schema extends z.ZodType> = UseQueryResult<z.infer<Schema>>;
type Paged = UseInfiniteQueryResult<InfiniteData<DossierPage>>;
export type WorkListName = z.infer<typeof WorkQuery>['list'];
export type DossierFilter = Omit<z.infer<typeof DossierQuery>, 'after'>;

/** Who is signed in. */
export const useMe = (): Asked<typeof Me> => useQuery({ queryKey: ['me'], queryFn: () => ask(Me, '/api/me'), staleTime: 60_000 });

/** One list of my work, page by page. */
export const useWork = (list: WorkListName): Paged => useInfiniteQuery({
  queryKey: ['work', list], initialPageParam: '', getNextPageParam: ({ next }: DossierPage) => next ?? undefined,
  queryFn: ({ pageParam }) => ask(DossierPage, '/api/work', { list, after: pageParam }),
});

/** How many are in each list. */
export const useWorkCounts = (enabled = true): Asked<typeof WorkCounts> => useQuery({ queryKey: ['work-counts'], enabled, queryFn: () => ask(WorkCounts, '/api/work/counts'), refetchInterval: 60_000 });

/** Dossiers by filter, page by page. */
export const useDossiers = (filter: DossierFilter): Paged => useInfiniteQuery({
  queryKey: ['dossiers', filter], initialPageParam: '', getNextPageParam: ({ next }: DossierPage) => next ?? undefined, placeholderData: keepPreviousData,
  queryFn: ({ pageParam }) => ask(DossierPage, '/api/dossiers', { ...filter, after: pageParam }),
});

/** One dossier. */
export const useDossier = (code: string): Asked<typeof OfficerDossier> =>
  useQuery({ queryKey: ['dossier', code], queryFn: () => ask(OfficerDossier, `/api/dossiers/${encodeURIComponent(code)}`) });

/** Live figures of what one may lead. */
export const useFigures = (): Asked<typeof Figures> => useQuery({ queryKey: ['figures'], queryFn: () => ask(Figures, '/api/figures/today'), refetchInterval: 60_000 });

/** What is known of a person from earlier dossiers; asked when the number is complete. */
export const usePerson = (personalId: string): Asked<typeof KnownPerson> => useQuery({
  queryKey: ['person', personalId], enabled: /^\d{12}$|^\d{10}$/u.test(personalId), staleTime: 30_000,
  queryFn: () => ask(KnownPerson, `/api/persons/${personalId}`),
});

/** Procedures that match, among those handled in this province. */
export const useProcedures = (typed: string): Asked<typeof ProcedurePage> => useQuery({
  queryKey: ['procedures', typed], enabled: typed.trim().length > 1, placeholderData: keepPreviousData, staleTime: 60_000,
  queryFn: () => ask(ProcedurePage, '/api/procedures', { q: typed, here: 'true' }),
});

/** Form, papers and agencies of a procedure; asked when one is chosen. */
export const useFilingStart = (procedure: string, agency: string | null): Asked<typeof FilingStart> => useQuery({
  queryKey: ['filing', procedure, agency], enabled: procedure !== '', staleTime: 300_000,
  queryFn: () => ask(FilingStart, `/api/filing/${encodeURIComponent(procedure)}`, { agency: agency ?? undefined }),
});

/** What is often missing from dossiers of a procedure. */
export const useSupplementReasons = (procedure: string): Asked<typeof SupplementReasons> =>
  useQuery({ queryKey: ['supplement-reasons', procedure], enabled: procedure !== '', staleTime: 300_000, queryFn: () => ask(SupplementReasons, '/api/supplement-reasons', { procedure }) });

export type Known = z.infer<typeof SupplementReasons>['reasons'][number];

/** The agencies of the province. */
export const useAgencies = (): Asked<typeof AgencyList> => useQuery({ queryKey: ['agencies'], staleTime: Infinity, queryFn: () => ask(AgencyList, '/api/agencies') });

/** Communes by any of their names. */
export const searchPlaces: SearchPlaces = async (typed) => {
  const { places } = await ask(PlaceList, '/api/places/search', { q: typed });
  return places.map(({ code, name, province, provinceCode, formerly }) => ({ code, name, within: province, provinceCode, formerly }));
};
