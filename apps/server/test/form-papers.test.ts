// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { type EformDefinition, eformOn, publishEform } from '@motcua/eforms';
import { aParty, anIntake, plainAnswers, procedures, startOfTest } from '@motcua/dossiers/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestInstallation, testInstallation } from './installation.ts';

type Paper = { readonly no: number; readonly name: string; readonly state: string; readonly byForm?: boolean; readonly answered?: { readonly register: string; readonly rule: string } };

let one: TestInstallation;
let application: Paper;
const get = async (who: string, url: string) => one.app.inject({ url, headers: await one.as(who) });
const post = async (who: string, url: string, payload: Record<string, unknown> = {}) => one.app.inject({ method: 'POST', url, headers: await one.as(who), payload });
const asked = async (): Promise<readonly Paper[]> => (await get('citizen', `/api/filing/${procedures.permits}`)).json<{ papers: readonly { readonly papers: readonly Paper[] }[] }>().papers[0]?.papers ?? [];
const textOf = (pdf: Buffer): string => execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).normalize('NFC');

/** The next version of the general form, in force from a day on. */
async function published(validFrom: string, standsFor: NonNullable<EformDefinition['standsFor']>): Promise<void> {
  const form = await eformOn(one.province.ctx.db, 'don-de-nghi', '2030-01-01');
  if (form === undefined) throw new Error('no form');
  const next = await publishEform(one.province.ctx.db, { ...form, version: form.version + 1, standsFor }, { by: 'test', at: startOfTest, validFrom });
  if (!next.ok) throw new Error(JSON.stringify(next.error));
}

beforeAll(async () => {
  one = await testInstallation();
  const found = (await asked()).find(({ name }) => /đơn đề nghị/iu.test(name));
  if (found === undefined) throw new Error('the procedure asks for no application');
  application = found;
});
afterAll(async () => { await one.close(); });

describe('tờ khai là thành phần hồ sơ (the e-form is a paper of the dossier)', () => {
  test('proposes to the designer what looks like it, and asks of whoever drafts it while nothing is said', async () => {
    const papers = (await get('kiemsoat.tinh', `/api/catalogue/eforms/don-de-nghi/papers?title=${encodeURIComponent('Đơn đề nghị giải quyết thủ tục hành chính')}`)).json<{ lines: readonly { readonly procedure: string; readonly asking: readonly string[]; readonly proposed: readonly string[] }[] }>();
    const begun = await post('kiemsoat.tinh', '/api/proposals', { kind: 'eform', key: 'don-de-nghi' });
    const { id } = begun.json<{ id: string }>();
    const findings = (await get('kiemsoat.tinh', `/api/proposals/${id}`)).json<{ findings: readonly { readonly place: string; readonly blocks: boolean }[] }>().findings;

    expect(papers.lines.find(({ procedure }) => procedure === procedures.permits)).toMatchObject({ asking: [application.name], proposed: [application.name] });
    expect(findings).toContainEqual(expect.objectContaining({ place: `Thủ tục ${procedures.permits}`, blocks: false }));
    expect((await get('tiepnhan', '/api/catalogue/eforms/don-de-nghi/papers')).statusCode).toBe(403);
  });

  test('counts from the day of the version that says so', async () => {
    await published('2026-12-01', [{ procedure: procedures.permits, component: application.name }]);
    const before = (await asked()).filter(({ byForm }) => byForm);
    await published('2026-11-01', [{ procedure: procedures.permits, component: application.name }]);

    expect([before, (await asked()).filter(({ byForm }) => byForm).map(({ no }) => no)]).toEqual([[], [application.no]]);
  });

  test('online the paper is there from the form, with the form as its file, which only who may read the dossier opens', async () => {
    const { id } = (await post('citizen', '/api/drafts', { procedure: procedures.permits, content: { agency: 'Y99.21', circumstance: null, applicant: aParty(), forOther: false, answers: plainAnswers, returnWay: 'counter' } })).json<{ id: string }>();
    const filed = await post('citizen', `/api/drafts/${id}/submission`, { clientKey: randomUUID(), revision: 1 });
    const { code } = filed.json<{ code: string }>();
    const papers = (await get('citizen', `/api/my/dossiers/${code}`)).json<{ papers: readonly Paper[] }>().papers;
    const [own, officers, others] = await Promise.all([get('citizen', `/api/my/dossiers/${code}/printed/declaration`), get('tiepnhan', `/api/dossiers/${code}/printed/declaration`), get('other-citizen', `/api/my/dossiers/${code}/printed/declaration`)]);

    expect(filed.statusCode).toBe(201);
    expect(papers.find(({ no }) => no === application.no)).toMatchObject({ state: 'not-needed', answered: { register: 'form', rule: expect.stringMatching(/, bản 3$/u) as unknown } });
    expect(papers.filter(({ answered }) => answered !== undefined)).toHaveLength(1);
    expect([own.statusCode, officers.statusCode, others.statusCode]).toEqual([200, 200, 404]);
    expect(textOf(own.rawPayload)).toContain(code);
    expect(textOf(own.rawPayload)).toContain(aParty().name);
    expect(textOf(own.rawPayload)).not.toContain('MẪU');
  });

  test('at the counter it is neither judged nor missing, stands on the receipt, and is counted by itself', async () => {
    const papers = (await asked()).map(({ no, byForm }) => (byForm === true ? { no, state: 'not-needed', originals: 0, copies: 0, remark: null } : { no, state: 'ok', originals: 1, copies: 0, remark: null }));
    const done = await post('tiepnhan', '/api/dossiers', { ...anIntake({ procedure: procedures.permits }), papers });
    const { code } = done.json<{ code: string }>();
    const receipt = await get('tiepnhan', `/api/dossiers/${code}/printed/receipt`);

    expect(done.statusCode).toBe(201);
    expect(textOf(receipt.rawPayload).replace(/\s+/gu, ' ')).toContain('(tờ khai điện tử)');
    expect((await get('lanhdao', '/api/figures/reuse')).json()).toMatchObject({ notAsked: 2, byForm: 2 });
  });

  test('handed in on paper all the same, it is what was handed in', async () => {
    const papers = (await asked()).map(({ no }) => ({ no, state: 'ok', originals: 1, copies: 0, remark: null }));
    const { code } = (await post('tiepnhan', '/api/dossiers', { ...anIntake({ procedure: procedures.permits }), papers })).json<{ code: string }>();
    const paper = (await get('tiepnhan', `/api/dossiers/${code}`)).json<{ papers: readonly Paper[] }>().papers.find(({ no }) => no === application.no);

    expect([paper?.state, paper?.answered]).toEqual(['ok', undefined]);
  });
});
