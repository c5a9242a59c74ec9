// SPDX-License-Identifier: EUPL-1.2
const sizes = ['', 'large', 'largest'];

function remembered(attribute: string): string {
  try { return localStorage.getItem(attribute) ?? ''; } catch { return ''; }
}

function choose(attribute: string, value: string): void {
  if (value === '') document.documentElement.removeAttribute(attribute);
  else document.documentElement.setAttribute(attribute, value);
  try { localStorage.setItem(attribute, value); } catch { /* A browser that keeps nothing still shows the page. */ }
}

/** Theme and letter size as this browser remembers them; without them the system's choice holds. */
export function applyAppearance(): void {
  for (const attribute of ['data-text-size', 'data-theme']) choose(attribute, remembered(attribute));
}

/** How close the lines of the workspace stand, as this browser remembers it; «Vừa» until somebody chooses. */
export function applyDensity(): void {
  choose('data-density', remembered('data-density') === 'compact' ? 'compact' : 'officer');
}

/** Vừa or Gọn. */
export function nextDensity(): void {
  choose('data-density', document.documentElement.getAttribute('data-density') === 'compact' ? 'officer' : 'compact');
}

/** Cỡ chữ: Vừa, Lớn, Rất lớn, and round again. */
export function nextTextSize(): void {
  const now = document.documentElement.getAttribute('data-text-size') ?? '';
  choose('data-text-size', sizes[(sizes.indexOf(now) + 1) % sizes.length] ?? '');
}

/** Light or dark, whatever the system says. */
export function nextTheme(): void {
  const now = document.documentElement.getAttribute('data-theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  choose('data-theme', now === 'dark' ? 'light' : 'dark');
}
