// SPDX-License-Identifier: EUPL-1.2
import { Problem, type RoutePlugin, officerOf, requires } from '@motcua/http-kit';
import { officeDay } from '@motcua/kernel';
import { z } from 'zod';
import { endRow, enterDatedRow } from '../commands/dated-tables.ts';
import type { DossierContext } from '../context.ts';
import { DatedTableList, DatedTableNames, DatedTableView, EndDatedRow, NewDatedRow, NextNumbers, NextNumbersQuery, NumberPreview, NumberPreviewQuery, Touched, TouchedQuery } from '../contract.ts';
import { routeActs } from '../permissions.ts';
import { datedTableNames, datedTables } from '../rules/dated-tables.ts';
import { countOpen } from '../store/dated-tables.ts';
import { datedTableView } from '../views/dated-tables.ts';
import { nextNumbers, previewNumber } from '../views/next-numbers.ts';
import { refused } from './answer.ts';

const Entered = z.object({ id: z.uuid() });
const Table = z.object({ name: DatedTableNames });
const mostCounted = 1000;

/** The dated tables an administrator keeps: lists, a row from a day on, an end, and how many open dossiers it is about. */
export const datedTableRoutes = (ctx: DossierContext): RoutePlugin => (app, _options, done) => {
  app.get('/dated-tables', { ...requires('rules.read'), schema: { operationId: 'listDatedTables', tags: ['rules'], response: { 200: DatedTableList } } },
    () => ({ tables: datedTableNames.map((name) => ({ name, title: datedTables[name].title })) }));

  app.get('/dated-tables/:name', { ...requires('rules.read'), schema: { operationId: 'getDatedTable', tags: ['rules'], params: Table, response: { 200: DatedTableView } } }, (request) => {
    const mayEnter = officerOf(request).postings.some(({ role }) => routeActs['rules.enter'].roles.some((one) => one === role));
    return datedTableView(ctx.db, { name: request.params.name, day: officeDay(ctx.clock.now()).toString(), mayEnter });
  });

  app.get('/dated-tables/:name/touched', { ...requires('rules.read'), schema: { operationId: 'countTouched', tags: ['rules'], params: Table, querystring: TouchedQuery, response: { 200: Touched } } }, async (request) => {
    const open = await countOpen(ctx.db, { procedure: request.query.procedure ?? null, most: mostCounted });
    return { open, more: open === mostCounted };
  });

  app.get('/number-series/next', { ...requires('rules.read'), schema: { operationId: 'listNextNumbers', tags: ['rules'], querystring: NextNumbersQuery, response: { 200: NextNumbers } } }, (request) =>
    nextNumbers(ctx.db, { agency: request.query.agency, day: officeDay(ctx.clock.now()) }));

  app.get('/number-series/preview', { ...requires('rules.read'), schema: { operationId: 'previewNumber', tags: ['rules'], querystring: NumberPreviewQuery, response: { 200: NumberPreview } } }, (request) =>
    previewNumber(ctx.db, request.query, officeDay(ctx.clock.now())));

  app.post('/dated-tables/:name', { ...requires('rules.enter'), schema: { operationId: 'enterDatedRow', tags: ['rules'], params: Table, body: NewDatedRow, response: { 201: Entered, 422: Problem } } }, async (request, reply) => {
    const entered = await enterDatedRow(ctx, { officer: officerOf(request), table: request.params.name, body: request.body });
    return entered.ok ? reply.code(201).send(entered.value) : refused(reply, entered.error);
  });

  app.post('/dated-tables/:name/:id/end', { ...requires('rules.enter'), schema: { operationId: 'endDatedRow', tags: ['rules'], params: Table.extend({ id: z.uuid() }), body: EndDatedRow, response: { 201: Entered, 404: Problem, 422: Problem } } }, async (request, reply) => {
    const ended = await endRow(ctx, { table: request.params.name, id: request.params.id, through: request.body.through });
    return ended.ok ? reply.code(201).send(ended.value) : refused(reply, ended.error);
  });
  done();
};
