// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';

/** Programs the tests judge us with, and the Debian package each comes from. */
const wanted = [['chromium', 'chromium'], ['pdfsig', 'poppler-utils'], ['tesseract', 'tesseract-ocr'], ['tesseract', 'tesseract-ocr-vie'], ['openssl', 'openssl'], ['qpdf', 'qpdf'], ['softhsm2-util', 'softhsm2'], ['pkcs11-tool', 'opensc'], ['mutool', 'mupdf-tools'], ['clamd', 'clamav-daemon']];

const missing = () => wanted.filter(([program]) => spawnSync('which', [program], { stdio: 'ignore' }).status !== 0);

/** Installs what is missing where that is possible (Debian, as root); otherwise says what to install. Tests that need it then say so too. */
export function systemPackages() {
  const packages = missing().map(([, name]) => name);
  if (packages.length === 0) return;
  const can = process.getuid?.() === 0 && spawnSync('which', ['apt-get'], { stdio: 'ignore' }).status === 0;
  if (can) {
    process.stderr.write(`Đang cài gói hệ thống cho bài thử: ${packages.join(', ')}…\n`);
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
  }
  const still = missing().map(([, name]) => name);
  if (still.length > 0) process.stderr.write(`Thiếu gói hệ thống: ${still.join(', ')}. Cài rồi chạy lại (Debian: apt-get install ${still.join(' ')}); các bài thử cần chúng sẽ báo rõ.\n`);
}
