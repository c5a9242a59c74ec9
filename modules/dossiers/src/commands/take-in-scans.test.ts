// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestDatabase, testDatabase } from '@motcua/db-kit/testing';
import { documentsOf, renderPaper } from '@motcua/documents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findScan, scanWatch } from '../index.ts';
import { type SmallProvince, done, places, smallProvince, startOfTest, walk } from '../testing.ts';
import { assignScan, removeScan, waitingScans } from './assign-scan.ts';

const template = '#set text(lang: "vi", size: 14pt)\nGiấy khai sinh số 25 của Nguyễn Thị Ví Dụ#pagebreak()Trang hai của giấy khai sinh';

describe('bản quét chờ (files a scanner leaves in the folder of a station)', () => {
  let database: TestDatabase;
  let province: SmallProvince;
  let root: string;
  let station: string;
  let pdf: Uint8Array;
  beforeAll(async () => {
    database = await testDatabase();
    province = await smallProvince(database.db);
    root = mkdtempSync(path.join(tmpdir(), 'motcua-scans-'));
    station = path.join(root, places.commune, 'quay-1');
    mkdirSync(station, { recursive: true });
    pdf = await renderPaper({ template, data: {}, standard: 'a-2b', at: startOfTest });
  });
  afterAll(async () => {
    rmSync(root, { recursive: true, force: true });
    province.remove();
    await database.drop();
  });

  const waiting = async (login = 'tiepnhan') => (await waitingScans(database.db, province.officer(login))).scans;
  const drop = (name: string, bytes: Uint8Array | string): string => {
    const file = path.join(station, name);
    writeFileSync(file, bytes);
    return file;
  };
  /** A look of a program that has just been started, and one more. */
  const twice = async (): Promise<number> => {
    const look = scanWatch(province.ctx, root);
    await look();
    return look();
  };

  test('wait while they are being written, and are taken in once they are whole', async () => {
    const look = scanWatch(province.ctx, root);
    const file = drop('Scan0001.pdf', pdf.subarray(0, 500));
    expect(await look()).toBe(0);
    writeFileSync(file, pdf);
    expect([await look(), existsSync(file)]).toEqual([0, true]);

    expect([await look(), existsSync(file)]).toEqual([1, false]);
    expect(await waiting()).toMatchObject([{ agency: places.commune, station: 'quay-1', fileName: 'Scan0001.pdf', pages: 2, fault: null, named: null }]);
  });

  test('that are broken are named, and lie aside unchanged', async () => {
    drop('Scan0002.pdf', 'không phải PDF');

    expect(await twice()).toBe(1);
    expect((await waiting()).filter(({ fault }) => fault !== null)).toMatchObject([{ fileName: 'Scan0002.pdf', pages: 0, fault: 'unreadable' }]);
    expect(readdirSync(path.join(station, 'hong'))).toEqual([expect.stringMatching(/-Scan0002\.pdf$/u)]);
  });

  test('too large to be a scan lie aside unread', async () => {
    truncateSync(drop('Scan0003.tif', 'x'), 61 * 1024 * 1024);

    expect(await twice()).toBe(1);
    expect(await waiting()).toContainEqual(expect.objectContaining({ fileName: 'Scan0003.tif', fault: 'too-large' }));
  });

  test('are not taken in twice by two machines that look at once, nor after a stop between keeping and removing', async () => {
    const file = drop('Scan0004.pdf', pdf);
    const written = new Date('2026-11-20T01:00:00Z');
    utimesSync(file, written, written);
    const looks = [scanWatch(province.ctx, root), scanWatch(province.ctx, root)];
    for (const look of looks) await look();
    await Promise.allSettled(looks.map((look) => look()));
    // As it lies there when the program stopped after it was kept.
    drop('Scan0004.pdf', pdf);
    utimesSync(file, written, written);
    await twice();

    expect(existsSync(file)).toBe(false);
    expect((await waiting()).filter(({ fileName }) => fileName === 'Scan0004.pdf')).toHaveLength(1);
  });

  test('of no agency we know, and what is no scan, are left where they are', async () => {
    mkdirSync(path.join(root, 'Khac'), { recursive: true });
    const files = [path.join(root, 'Khac', 'a.pdf'), drop('Scan0005.pdf.part', pdf), drop('Thumbs.db', 'x')];
    writeFileSync(path.join(root, 'Khac', 'a.pdf'), pdf);

    expect([await twice(), files.every((file) => existsSync(file))]).toEqual([0, true]);
  });

  test('become a scan of the paper they are given to, once, with their pages', async () => {
    const code = await walk(province).taken();
    drop(`${code}.G1.pdf`, pdf);
    await twice();
    const officer = province.officer('tiepnhan');
    const { id, named } = (await waiting()).find(({ fileName }) => fileName.startsWith(code)) ?? { id: '', named: null };
    const given = done(await assignScan(province.ctx, { officer, id, code, paperNo: 1 }));
    const dossier = await walk(province).state(code);

    expect(named).toEqual({ code, paperNo: 1 });
    expect((await findScan(database.db, dossier.id, given.scan))?.pages).toHaveLength(2);
    expect((await documentsOf(database.db, { ownerKind: 'scan', ownerRef: given.scan }))).toHaveLength(2);
    expect(await assignScan(province.ctx, { officer, id, code, paperNo: 1 })).toMatchObject({ ok: false, error: { code: 'scan-unknown' } });
    expect((await waiting()).some((one) => one.id === id)).toBe(false);
  });

  test('are seen and given away only at their own agency, and to papers the dossier has', async () => {
    const code = await walk(province).taken();
    const id = (await waiting()).find(({ fileName }) => fileName === 'Scan0001.pdf')?.id ?? '';

    expect(await waiting('tiepnhan.hai')).toEqual([]);
    expect(await removeScan(province.ctx, { officer: province.officer('tiepnhan.hai'), id, reason: 'Quét nhầm' })).toMatchObject({ ok: false, error: { code: 'scan-unknown' } });
    expect(await assignScan(province.ctx, { officer: province.officer('tiepnhan'), id, code, paperNo: 99 })).toMatchObject({ ok: false, error: { code: 'fields-to-mend', fields: [{ path: 'paperNo' }] } });
    expect(await removeScan(province.ctx, { officer: province.officer('tiepnhan'), id, reason: 'Quét nhầm' })).toMatchObject({ ok: true });
    expect((await waiting()).some((one) => one.id === id)).toBe(false);
  });
});
