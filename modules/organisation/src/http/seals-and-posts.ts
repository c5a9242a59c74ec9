// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { officeDay } from '@motcua/kernel';
import { z } from 'zod';
import { endAbsence, endPosting, enterPosting, noteAbsence } from '../commands/postings.ts';
import { endSeal, endSigningHours, registerSeal, setSigningHours } from '../commands/seals.ts';
import { LastDay, NewAbsence, NewPosting, NewSeal, NewSigningHours, PlaceQuery, PostingList, PostingQuery, SealList, SigningHours } from '../contract.ts';
import { entersFor, mayEnter } from '../permissions.ts';
import { agenciesOfAbsence, postingsAt } from '../views/postings.ts';
import { keeperOf, listSeals, signingHours } from '../views/seals.ts';
import { elsewhere, entryResponses, mine, sentEntry } from './entry.ts';
import type { RegisterContext } from './registers.ts';

const Path = z.object({ id: z.uuid() });
const ending = { params: Path, body: LastDay, response: entryResponses };

/** Con dấu, lịch ký: read, entered, ended. */
export const sealRoutes = ({ db, clock }: RegisterContext): RoutePlugin => (app, _options, done) => {
  const today = (): string => officeDay(clock.now()).toString();

  app.get('/seals', { ...requires('register.read'), schema: { operationId: 'listSeals', tags: ['registers'], response: { 200: SealList } } }, async (request) => {
    const officer = officerOf(request);
    return { seals: [...await listSeals(db, { agencies: mine(officer, undefined), day: today() })], mayEnterFor: entersFor(officer, 'seal.enter') };
  });

  app.post('/seals', { ...requires('seal.enter'), schema: { operationId: 'registerSeal', tags: ['registers'], body: NewSeal, response: entryResponses } }, async (request, reply) => {
    const officer = officerOf(request);
    return mayEnter(officer, 'seal.enter', request.body.agency) ? sentEntry(reply, await registerSeal(db, request.body, { id: officer.id, at: clock.now() })) : elsewhere(reply);
  });

  app.post('/seals/:id/end', { ...requires('seal.enter'), schema: { operationId: 'endSeal', tags: ['registers'], ...ending } }, async (request, reply) => {
    const agency = await keeperOf(db, 'seal', request.params.id);
    return agency !== undefined && !mayEnter(officerOf(request), 'seal.enter', agency) ? elsewhere(reply) : sentEntry(reply, await endSeal(db, { ...request.params, ...request.body }));
  });

  app.get('/signing-hours', { ...requires('timetable.read'), schema: { operationId: 'listSigningHours', tags: ['registers'], querystring: PlaceQuery, response: { 200: SigningHours } } }, async (request) => {
    const weekday = officeDay(clock.now()).dayOfWeek;
    return { day: today(), weekday, mayEnterFor: entersFor(officerOf(request), 'timetable.enter'), hours: [...await signingHours(db, { place: request.query.place, day: today(), weekday })] };
  });

  app.post('/signing-hours', { ...requires('timetable.enter'), schema: { operationId: 'setSigningHours', tags: ['registers'], body: NewSigningHours, response: entryResponses } }, async (request, reply) => {
    const officer = officerOf(request);
    return mayEnter(officer, 'timetable.enter', request.body.place) ? sentEntry(reply, await setSigningHours(db, request.body, { id: officer.id, at: clock.now() })) : elsewhere(reply);
  });

  app.post('/signing-hours/:id/end', { ...requires('timetable.enter'), schema: { operationId: 'endSigningHours', tags: ['registers'], ...ending } }, async (request, reply) => {
    const place = await keeperOf(db, 'signing-hours', request.params.id);
    return place !== undefined && !mayEnter(officerOf(request), 'timetable.enter', place) ? elsewhere(reply) : sentEntry(reply, await endSigningHours(db, { ...request.params, ...request.body }));
  });
  done();
};

/** Biệt phái, phân công, nghỉ: read, entered, ended. */
export const postingRoutes = ({ db, clock, unknownProcedures }: RegisterContext): RoutePlugin => (app, _options, done) => {
  const today = (): string => officeDay(clock.now()).toString();

  app.get('/postings', { ...requires('register.read'), schema: { operationId: 'listPostings', tags: ['registers'], querystring: PostingQuery, response: { 200: PostingList } } }, async (request) => {
    const officer = officerOf(request);
    const [agency] = mine(officer, request.query.agency) ?? [];
    const lines = agency === undefined ? { postings: [], absences: [] } : await postingsAt(db, agency, today());
    return { day: today(), mayEnterFor: entersFor(officer, 'posting.enter'), mayNoteAbsenceAt: entersFor(officer, 'absence.enter'), ...lines };
  });

  app.post('/postings', { ...requires('posting.enter'), schema: { operationId: 'enterPosting', tags: ['registers'], body: NewPosting, response: entryResponses } }, async (request, reply) => {
    const officer = officerOf(request);
    return mayEnter(officer, 'posting.enter', request.body.agency) ? sentEntry(reply, await enterPosting(db, request.body, { id: officer.id, at: clock.now() }, unknownProcedures)) : elsewhere(reply);
  });

  app.post('/postings/:id/end', { ...requires('posting.enter'), schema: { operationId: 'endPosting', tags: ['registers'], ...ending } }, async (request, reply) => {
    const agency = await keeperOf(db, 'posting', request.params.id);
    return agency !== undefined && !mayEnter(officerOf(request), 'posting.enter', agency) ? elsewhere(reply) : sentEntry(reply, await endPosting(db, { ...request.params, ...request.body }));
  });

  app.post('/absences', { ...requires('absence.enter'), schema: { operationId: 'noteAbsence', tags: ['registers'], body: NewAbsence, response: entryResponses } }, async (request, reply) => {
    const officer = officerOf(request);
    return mayEnter(officer, 'absence.enter', request.body.agency) ? sentEntry(reply, await noteAbsence(db, request.body, { id: officer.id, at: clock.now() })) : elsewhere(reply);
  });

  app.post('/absences/:id/end', { ...requires('absence.enter'), schema: { operationId: 'endAbsence', tags: ['registers'], ...ending } }, async (request, reply) => {
    const agencies = await agenciesOfAbsence(db, request.params.id);
    const mayEnd = agencies.length === 0 || agencies.some((agency) => mayEnter(officerOf(request), 'absence.enter', agency));
    return mayEnd ? sentEntry(reply, await endAbsence(db, { ...request.params, ...request.body })) : elsewhere(reply);
  });
  done();
};
