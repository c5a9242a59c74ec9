// SPDX-License-Identifier: EUPL-1.2
// Theme and letter size, remembered in this browser. Runs before the first paint; without it the system's choice holds.
const root = document.documentElement;
const sizes = ['', 'large', 'largest'];

function remembered(name: string): string {
  try { return localStorage.getItem(name) ?? ''; } catch { return ''; }
}

function choose(attribute: string, value: string): void {
  if (value === '') root.removeAttribute(attribute);
  else root.setAttribute(attribute, value);
  try { localStorage.setItem(attribute, value); } catch { /* A browser that keeps nothing still shows the page. */ }
}

choose('data-text-size', remembered('data-text-size'));
choose('data-theme', remembered('data-theme'));

addEventListener('DOMContentLoaded', () => {
  for (const tools of document.querySelectorAll('[data-appearance]')) tools.removeAttribute('hidden');
  document.querySelector('[data-text-size="next"]')?.addEventListener('click', () => {
    choose('data-text-size', sizes[(sizes.indexOf(root.getAttribute('data-text-size') ?? '') + 1) % sizes.length] ?? '');
  });
  document.querySelector('[data-theme-next]')?.addEventListener('click', () => {
    const now = root.getAttribute('data-theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    choose('data-theme', now === 'dark' ? 'light' : 'dark');
  });
});
