// SPDX-License-Identifier: EUPL-1.2
import { applyAppearance, nextTextSize, nextTheme } from '@motcua/web-kit/appearance';

// Loaded as a plain script in the head, so that the first paint already has the chosen theme and size.
applyAppearance();

addEventListener('DOMContentLoaded', () => {
  for (const tools of document.querySelectorAll('[data-appearance]')) tools.removeAttribute('hidden');
  document.querySelector('[data-text-size="next"]')?.addEventListener('click', nextTextSize);
  document.querySelector('[data-theme-next]')?.addEventListener('click', nextTheme);
});
