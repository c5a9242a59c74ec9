// SPDX-License-Identifier: EUPL-1.2
import { procedures } from '@motcua/dossiers/testing';
import { officeDay } from '@motcua/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestInstallation, testInstallation } from './installation.ts';

let one: TestInstallation;
beforeAll(async () => { one = await testInstallation(); });
afterAll(async () => { await one.close(); });

const get = (url: string) => one.app.inject({ method: 'GET', url });

type Component = { readonly name: string; readonly lines: string[]; readonly parts: Component[] };

/** An iCalendar text taken apart as RFC 5545 says: lines unfolded, components in components. */
function componentsIn(text: string): readonly Component[] {
  const whole: Component = { name: '', lines: [], parts: [] };
  const open = [whole];
  for (const line of text.replaceAll(/\r\n[ \t]/gu, '').split('\r\n')) {
    const [name = '', value = ''] = line.split(':', 2);
    const last = open.at(-1);
    if (name === 'BEGIN') {
      const begun = { name: value, lines: [], parts: [] };
      last?.parts.push(begun);
      open.push(begun);
    } else if (name === 'END') {
      expect(open.pop()?.name).toBe(value);
    } else if (line !== '') {
      expect(line).toMatch(/^[A-Z-]+(?:;[A-Z-]+=[^:;]+)*:/u);
      last?.lines.push(line);
    }
  }
  expect(open).toEqual([whole]);
  return whole.parts;
}

describe('dữ liệu mở (open data)', () => {
  test('gives the catalogue in force as JSON and as CSV with the same rows, open to other sites', async () => {
    const [json, csv] = await Promise.all([get('/du-lieu-mo/thu-tuc.json'), get('/du-lieu-mo/thu-tuc.csv')]);
    const read = z.object({ procedures: z.array(z.object({ code: z.string(), name: z.string() })) }).parse(json.json());

    expect([json.headers['access-control-allow-origin'], csv.headers['access-control-allow-origin']]).toEqual(['*', '*']);
    expect(read.procedures.map(({ code }) => code)).toContain(procedures.permits);
    expect(csv.body.split('\r\n').filter((line) => /^"\d\./u.test(line))).toHaveLength(read.procedures.length);
  });

  test('says of each procedure by which decision it counts, how long it takes and what it costs', async () => {
    const { procedures: listed } = z.object({ procedures: z.array(z.object({ code: z.string(), decision: z.string().nullable(), validFrom: z.string().nullable(), time: z.object({ value: z.number().nullable(), unit: z.string() }).nullable(), feeVnd: z.number().nullable() })) }).parse((await get('/du-lieu-mo/thu-tuc.json')).json());
    const found = listed.find(({ code }) => code === procedures.permits);

    expect([typeof found?.decision, typeof found?.time?.value]).toEqual(['string', 'number']);
  });

  test('gives the days of effect as a calendar that can be read: one event a day and decision, those of the first import too', async () => {
    const { body, headers } = await get('/du-lieu-mo/hieu-luc.ics');
    const [calendar] = componentsIn(body);
    const events = calendar?.parts.filter(({ name }) => name === 'VEVENT') ?? [];
    const valueOf = (event: Component, name: string): string | undefined => event.lines.find((line) => line.split(/[:;]/u, 1)[0] === name)?.replace(/^[^:]*:/u, '');
    const today = officeDay(one.province.clock.now());
    const { rows } = await one.database.pool.query<{ days: number; decided: string }>(`select count(distinct (valid_from, decision_number))::int as days, to_char(max(valid_from), 'YYYYMMDD') as decided
      from catalogue.procedure_version where open_start and decision_date = valid_from and valid_from >= $1 and valid_from < $2`, [today.subtract({ months: 24 }).toString(), today.add({ months: 24 }).toString()]);

    expect(headers['content-type']).toContain('text/calendar');
    expect(body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(calendar?.parts.map(({ name }) => name)).toContain('VTIMEZONE');
    expect(rows[0]?.days).toBeGreaterThan(0);
    expect(events.filter((event) => valueOf(event, 'UID')?.includes('-first-'))).toHaveLength(rows[0]?.days ?? -1);
    expect(events.map((event) => valueOf(event, 'DTSTART'))).toContain(rows[0]?.decided);
    expect(new Set(events.map((event) => valueOf(event, 'UID'))).size).toBe(events.length);
    expect(events.filter((event) => !['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'URL'].every((name) => (valueOf(event, name) ?? '') !== ''))).toEqual([]);
  });

  test('lets other sites frame the widget and nothing else', async () => {
    const [widget, page] = await Promise.all([get(`/nhung/thu-tuc/${procedures.permits}`), get(`/thu-tuc/${procedures.permits}`)]);

    expect(widget.headers['content-security-policy']).toContain('frame-ancestors *');
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect((await get('/nhung/thu-tuc/9.999999')).statusCode).toBe(404);
  });
});

describe('niêm yết (posting)', () => {
  test('prints the sheet of a procedure as PDF, and has a board for an agency', async () => {
    const [sheet, board] = await Promise.all([get(`/thu-tuc/${procedures.permits}/niem-yet.pdf`), get('/bang/niem-yet/Y99.21')]);

    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(board.statusCode).toBe(200);
  });

  test('prints a whole set with a contents page for those who keep the catalogue, by agency and by field', async () => {
    const asked = async (url: string) => one.app.inject({ url, headers: await one.as('kiemsoat.tinh') });
    const counted = (await asked('/api/posting-sets?agency=Y99.21')).json<{ procedures: number; volumes: number }>();
    const [all, ours, other, beyond] = await Promise.all([asked('/api/posting-sets/printed'), asked('/api/posting-sets/printed?agency=Y99.21'), asked('/api/posting-sets/printed?agency=KHONG'), asked('/api/posting-sets/printed?volume=9')]);

    expect([counted.procedures > 0, counted.volumes]).toEqual([true, 1]);
    expect([all.rawPayload.subarray(0, 5).toString(), ours.rawPayload.subarray(0, 5).toString()]).toEqual(['%PDF-', '%PDF-']);
    expect([other.statusCode, beyond.statusCode, (await get('/api/posting-sets')).statusCode]).toEqual([404, 404, 401]);
  });

  test.each(['/thu-tuc/9.999999/niem-yet.pdf', '/bang/niem-yet/Z00'])('of what is not there is the page that says so: %s', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });
});
