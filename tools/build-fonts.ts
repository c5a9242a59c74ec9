// SPDX-License-Identifier: EUPL-1.2
/** Makes the four web fonts of packages/ui from the complete TTF files. Run by hand when a font or the alphabet changes. */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(new URL('../packages/ui/package.json', import.meta.url));
const into = new URL('../packages/ui/src/fonts/', import.meta.url);

const plainVowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const vowels = plainVowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))).join('');
const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('');
const punctuation = '\u00A0đĐ«»“”‘’–—…·•₫°²³×÷±§©®½¼ªº\u2009\u202F−≤≥≠';
// Ê-đê and other languages of the highlands write these beside the Vietnamese letters.
const highlands = 'čČĕĔĭĬŏŎŭŬñÑƀɃ';

const letters = ascii + vowels + vowels.toUpperCase() + punctuation + highlands;
const figures = '0123456789.,:/-–−+%';

const fonts = [
  { from: 'be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf', to: 'be-vietnam-pro-400.woff2', text: letters },
  { from: 'be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf', to: 'be-vietnam-pro-600.woff2', text: letters },
  { from: 'inter/500Medium/Inter_500Medium.ttf', to: 'inter-figures-500.woff2', text: figures },
  { from: 'inter/700Bold/Inter_700Bold.ttf', to: 'inter-figures-700.woff2', text: figures },
] as const;

for (const { from, to, text } of fonts) {
  const complete = await readFile(require.resolve(`@expo-google-fonts/${from}`));
  const keepFeatures = to.startsWith('inter') ? ['kern', 'tnum', 'zero', 'case'] : ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl'];
  const subset = await subsetFont(complete, text, { targetFormat: 'woff2', keepFeatures, noHinting: true });
  await writeFile(new URL(to, into), subset);
  console.log(`${to}: ${String(new Set(text).size)} characters, ${String(subset.length)} bytes`);
}
for (const family of ['be-vietnam-pro', 'inter']) {
  await copyFile(require.resolve(`@expo-google-fonts/${family}/LICENSE_FONT`), new URL(`LICENSE-${family}.txt`, into));
}
