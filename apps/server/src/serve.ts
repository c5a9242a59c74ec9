// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { liveScreens } from '@motcua/dossiers/http';
import { listen } from '@motcua/db-kit';
import { authorityServices, testAuthorityOf } from '@motcua/documents';
import { type IdentityStandIn, runIdentityStandIn } from '@motcua/identity';
import { revocationOverHttp, startTrustServices, timestampsFrom } from '@motcua/trust-services';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { citizens } from './demonstration/citizens.ts';
import { demonstrationPassword, loadDemonstration } from './demonstration/load.ts';
import { demonstrationKeys } from './demonstration/keys-elsewhere.ts';
import { demonstrateNationalLine } from './demonstration/national-line.ts';
import { demonstrateNationalPortal } from './demonstration/national-portal.ts';
import { demonstrateRegisters } from './demonstration/registers.ts';
import { simulateWeeks } from './demonstration/simulate.ts';
import { CannotOpen, type Installation, openInstallation } from './installation.ts';
import { keysElsewhere } from './keys-elsewhere.ts';
import { openPages } from './pages/routes.ts';
import { startWorker } from './worker.ts';

export type Running = { readonly address: string; readonly installation: Installation; readonly stop: () => Promise<void> };

const derived = (secret: Uint8Array, purpose: string): string => createHash('sha256').update(secret).update(purpose).digest('hex');

/** Loads and lives the demonstration once. @returns whether it was new */
async function demonstrate(config: Config, installation: Installation, say: (line: string) => void): Promise<boolean> {
  if (!config.demonstration || !await loadDemonstration(installation, config.seed, say)) return false;
  say(`Cho ${config.dossiers} hồ sơ sống qua năm tuần…`);
  const { acts, refusals } = await simulateWeeks(installation, { dossiers: config.dossiers, seed: config.seed, progress: (done) => { if (done % 500 === 0) say(`  ${done} việc đã làm`); } });
  say(`  ${acts} việc đã làm`);
  for (const [refusal, times] of refusals) say(`  ${times} việc không được: ${refusal}`);
  return true;
}

const portTaken = (fault: unknown, config: Config): CannotOpen | null => {
  const code = fault instanceof Error && 'code' in fault ? fault.code : '';
  if (code === 'EADDRINUSE') return new CannotOpen(`Cổng ${config.port} đang có chương trình khác dùng. Tắt chương trình đó, hoặc chạy với cổng khác: PORT=8081 npm start`);
  if (code === 'EACCES') return new CannotOpen(`Không có quyền mở cổng ${config.port}. Chọn cổng từ 1024 trở lên: PORT=8080 npm start`);
  return null;
};

/** The demonstration's own time-stamp authority, over the network like a real one; elsewhere the one that was set. */
async function withTrust(config: Config, installation: Installation): Promise<{ readonly installation: Installation; readonly stop: () => Promise<void> }> {
  const { context } = installation;
  if (!config.demonstration || config.tsa !== null) return { installation, stop: () => Promise.resolve() };
  const clientSecret = derived(installation.secret, 'csc');
  const running = await startTrustServices({ services: await authorityServices(await testAuthorityOf(context.db, context.secret, context.clock.now()), context.clock), signers: await demonstrationKeys(installation), secret: clientSecret });
  const keys = keysElsewhere({ csc: { url: `${running.origin}/csc/v2`, version: 'v2', clientId: 'motcua', clientSecret }, phone: { url: `${running.origin}/phone`, serviceId: 'motcua', serviceSecret: clientSecret } });
  const proofs = { level: 'B-LTA', timestamps: timestampsFrom(`${running.origin}/tsa`, context.clock), revocation: revocationOverHttp() } as const;
  return { installation: { ...installation, context: { ...context, proofs, keysElsewhere: keys } }, stop: running.stop };
}

/** The registers of the state: the accounts that were set, or made-up ones over the network for the demonstration. */
async function withRegisters(config: Config, installation: Installation): Promise<{ readonly installation: Installation; readonly stop: () => Promise<void> }> {
  const { context } = installation;
  if (!config.demonstration) return { installation, stop: () => Promise.resolve() };
  const { population, business, stop } = await demonstrateRegisters(context.clock, (register) => derived(installation.secret, register));
  return { installation: { ...installation, context: { population, business, ...context } }, stop };
}

/** The national database of procedures: the account that was set, or a made-up one over the network for the demonstration. */
async function withNationalLine(config: Config, installation: Installation): Promise<{ readonly installation: Installation; readonly stop: () => Promise<void> }> {
  if (!config.demonstration || installation.national !== null) return { installation, stop: () => Promise.resolve() };
  const { line, stop } = await demonstrateNationalLine(installation, derived(installation.secret, 'national-procedures'));
  return { installation: { ...installation, national: line }, stop };
}

/** Brings the whole system up: database, demonstration, stand-ins, pages, server. */
export async function serve(config: Config, say: (line: string) => void): Promise<Running> {
  const { buildWeb } = await import('../../../tools/build-web.ts');
  await buildWeb();
  const opened = await openInstallation(config);
  const undo: (() => Promise<unknown>)[] = [opened.close];
  try {
    const isNew = await demonstrate(config, opened, say);
    const trusted = await withTrust(config, opened);
    undo.unshift(trusted.stop);
    const registered = await withRegisters(config, trusted.installation);
    undo.unshift(registered.stop);
    const { installation, stop } = await withNationalLine(config, registered.installation);
    undo.unshift(stop);
    const standIn: IdentityStandIn | null = config.identity === null
      ? await runIdentityStandIn({ port: 0, redirectUris: [`${config.publicOrigin}/dang-nhap/tra-loi`], people: citizens, clientSecret: derived(installation.secret, 'identity'), cookieKey: derived(installation.secret, 'identity-cookie') })
      : null;
    if (standIn !== null) undo.unshift(standIn.stop);
    const live = liveScreens();
    const hush = listen(installation.appUrl, 'motcua_dossier', live.heard);
    undo.unshift(hush, () => { live.close(); return Promise.resolve(); });
    const identity = config.identity ?? standIn;
    if (identity === null) throw new Error('no identity provider');
    const app = await buildApp({ installation, identity, live, pages: await openPages(installation), publicOrigin: config.publicOrigin, demonstration: config.demonstration, logLevel: config.logLevel });
    undo.unshift(() => app.close());
    const address = await app.listen({ port: config.port, host: config.host });
    undo.unshift(startWorker(installation, { failed: (fault) => { app.log.error({ err: fault }); }, warn: (about) => { app.log.warn(about); } }));
    if (config.demonstration) undo.unshift((await demonstrateNationalPortal(installation, { target: address, seed: config.seed, count: isNew ? 6 : 0 })).stop);
    say(`\nMột Cửa đang chạy: ${config.publicOrigin}\n  Cổng của người dân   ${config.publicOrigin}/\n  Chỗ làm của cán bộ   ${config.publicOrigin}/lam-viec\n  Tài liệu API         ${config.publicOrigin}/api/openapi.json`);
    if (config.demonstration) say(`\nBản trình diễn. Cán bộ đăng nhập bằng mật khẩu ${demonstrationPassword} và mã 6 số trên trang đăng nhập:\n  songmay.tiepnhan    tiếp nhận tại phường Sông Mây\n  songmay.chuyenvien  thẩm định, phát hành\n  songmay.lanhdao     lãnh đạo, ký\n  trungtam.tiepnhan   tiếp nhận tại Trung tâm tỉnh\n  tinh.lanhdao        toàn cảnh của tỉnh\nNgười dân đăng nhập thử ở ${config.publicOrigin}/dang-nhap. Dừng: Ctrl C.`);
    return { address, installation, stop: async () => { for (const step of undo) await step(); } };
  } catch (fault) {
    for (const step of undo) await step().catch(() => undefined);
    throw portTaken(fault, config) ?? fault;
  }
}
