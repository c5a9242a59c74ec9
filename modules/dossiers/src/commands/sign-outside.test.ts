// SPDX-License-Identifier: EUPL-1.2
import { type AuthorityServices, authorityServices, issueSigningIdentity, readDocument, revocationSource, testAuthorityOf, timestampAuthority, validatePdf } from '@motcua/documents';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { setHandling } from '@motcua/catalogue';
import { publishProcess } from '@motcua/workflow';
import { end, processXml, start, userTask } from '@motcua/workflow/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approve, completeStep, extend, issue, replay, writeMessage } from '../index.ts';
import type { Dossier } from '../model.ts';
import { type SmallProvince, aCause, aDraft, done, places, procedures, smallProvince, startOfTest, walk } from '../testing.ts';

let database: TestDatabase;
let province: SmallProvince;
let go: ReturnType<typeof walk>;
let services: AuthorityServices;

/** What the authority does with the next question: when it is asked, and when it may answer. */
type Gate = { readonly asked: Promise<void>; readonly open: () => void };
let gate: { readonly asked: () => void; readonly opened: Promise<void> } | null = null;
function closedGate(): Gate {
  const [asked, opened] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  gate = { asked: () => { asked.resolve(undefined); }, opened: opened.promise };
  return { asked: asked.promise, open: () => { opened.resolve(undefined); } };
}
let isAway = false;
async function stamped(request: Uint8Array): Promise<Uint8Array | null> {
  const waiting = gate;
  gate = null;
  waiting?.asked();
  await waiting?.opened;
  return isAway ? null : services.stamp(request);
}

const initials = processXml([
  start, userTask('Receive', 'motcua:role="intake-officer" motcua:agency="receiving" motcua:act="accept"'),
  userTask('Draft', 'motcua:role="handling-officer" motcua:act="appraise" motcua:signature="initial"'),
  userTask('Approve', 'motcua:role="leader" motcua:act="approve" motcua:signature="personal" motcua:returnTo="Draft"'),
  userTask('Number', 'motcua:role="records-clerk" motcua:act="number" motcua:signature="agency"'),
  userTask('HandOut', 'motcua:role="intake-officer" motcua:agency="receiving" motcua:act="return"'), end,
], ['S -> Receive', 'Receive -> Draft', 'Draft -> Approve', 'Approve -> Number', 'Number -> HandOut', 'HandOut -> E']);

beforeAll(async () => {
  database = await testDatabase();
  province = await smallProvince(database.db);
  const authority = await testAuthorityOf(database.db, province.secret, startOfTest);
  services = await authorityServices(authority, province.clock);
  province = { ...province, ctx: { ...province.ctx, proofs: { level: 'B-LTA', timestamps: timestampAuthority(stamped), revocation: revocationSource({ post: () => Promise.resolve(null), get: () => Promise.resolve(null) }) } } };
  go = walk(province);
  done(await publishProcess(database.db, { key: 'KY-NHAY', name: 'Ký nháy', xml: initials, by: 'test', at: startOfTest }));
  await setHandling(database.db, [{ procedureCode: procedures.permits, agency: places.commune, unit: null, resultSymbol: 'QĐ-UBND', ownModel: true, validFrom: '2026-01-01', eformKey: 'don-de-nghi', processKey: 'KY-NHAY' }]);
  await issueSigningIdentity(database.db, authority, { kind: 'officer', ref: province.officer('chuyenvien').id, name: 'Cán bộ chuyenvien', organisation: 'Thử nghiệm', secret: province.secret, at: startOfTest.subtract({ hours: 24 }) });
});
afterAll(async () => {
  province.remove();
  await database.drop();
});

const appraising = async (code: string) => completeStep(province.ctx, { ...await go.onTask('chuyenvien', code, 'appraise'), body: { opinion: null, draft: aDraft, variables: {}, lateCause: aCause } });
const drafted = async (): Promise<string> => {
  const code = await go.taken();
  done(await appraising(code));
  return code;
};
const approving = async (code: string) => approve(province.ctx, { ...await go.onTask('lanhdao', code, 'approve'), body: { opinion: null, lateCause: aCause } });
const issuing = async (code: string) => issue(province.ctx, { ...await go.onTask('vanthu', code, 'number'), body: { lateCause: aCause } });
const extending = async (code: string) => extend(province.ctx, { ...await go.by('lanhdao', code), body: { value: 2, reason: 'Phải kiểm tra thực địa thêm.' } });
const saying = async (code: string) => writeMessage(province.ctx, { ...await go.by('chuyenvien', code), body: { text: 'Trong lúc chờ dấu thời gian.' } });
type Signed = { readonly ready: () => Promise<string>; readonly act: (code: string) => ReturnType<typeof approving>; readonly file: (dossier: Dossier) => string | null | undefined };
const everySignature: readonly (readonly [string, Signed])[] = Object.entries<Signed>({
  signature: { ready: () => drafted(), act: (code) => approving(code), file: ({ result }) => result?.documentId },
  initial: { ready: () => go.taken(), act: appraising, file: ({ sheet }) => sheet?.documentId },
  seal: { ready: async () => { const code = await drafted(); done(await approving(code)); return code; }, act: issuing, file: ({ result }) => result?.documentId },
  extension: { ready: () => go.taken(), act: extending, file: ({ extension }) => extension?.documentId },
});
const resultOf = async (code: string) => (await go.state(code)).result;
const numberOf = async (code: string): Promise<number> => Number((await resultOf(code))?.number?.split('/')[0]);

describe('dấu thời gian hỏi ngoài giao dịch (a signature that waits for the time-stamp authority)', () => {
  test('keeps neither its dossier nor the series of numbers: others go on, and no number is lost', async () => {
    const [first, second] = [await drafted(), await drafted()];
    const closed = closedGate();
    const waiting = approving(first);
    await closed.asked;
    done(await saying(first));
    done(await approving(second));
    const meanwhile = await resultOf(first);
    closed.open();
    done(await waiting);

    expect(meanwhile).toBeNull();
    expect(await numberOf(second)).toBe(await numberOf(first) + 1);
  });

  test('is dropped when somebody acts on the dossier meanwhile, who is told of nothing signed', async () => {
    const code = await drafted();
    const closed = closedGate();
    const waiting = approving(code);
    await closed.asked;
    done(await approving(code));
    const signed = await resultOf(code);
    closed.open();

    expect(await waiting).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } });
    expect((await resultOf(code))?.documentId).toBe(signed?.documentId);
  });

  test('answers the same call twice with one act', async () => {
    const code = await drafted();
    const asked = { ...await go.onTask('lanhdao', code, 'approve'), body: { opinion: null, lateCause: aCause } };
    const [once, again] = [done(await approve(province.ctx, asked)), done(await approve(province.ctx, asked))];

    expect(again).toEqual(once);
  });

  test.each(everySignature)('holds for the %s', async (_what, { ready, act, file: fileOf }) => {
    const code = await ready();
    const closed = closedGate();
    const waiting = act(code);
    await closed.asked;
    done(await saying(code));
    closed.open();
    done(await waiting);
    const file = fileOf(await go.state(code));
    const { document } = await validatePdf((await readDocument(database.db, province.ctx.files, file ?? ''))?.bytes ?? new Uint8Array(), { trust: { roots: [(await testAuthorityOf(database.db, province.secret, startOfTest)).root] } });

    expect(document).toBe('valid');
  });

  test.each(everySignature)('is not half there when the authority is away: the %s is given once it answers', async (_what, { ready, act, file }) => {
    const code = await ready();
    const before = await go.state(code);
    isAway = true;
    const refused = await act(code);
    isAway = false;
    const after = await go.state(code);
    done(await act(code));

    expect(refused).toMatchObject({ ok: false, error: { code: 'proof-unavailable', why: 'Máy chủ dấu thời gian không trả lời.' } });
    expect([after.version, file(after)]).toEqual([before.version, file(before)]);
    expect(file(await go.state(code))).not.toBe(file(before));
  });

  test('leaves the ledger as the acts wrote it', async () => {
    const differences: unknown[] = [];
    await replay(database.db, (difference) => { differences.push(difference); });

    expect(differences).toEqual([]);
  });
});
