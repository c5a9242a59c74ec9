// SPDX-License-Identifier: EUPL-1.2
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CheckPage } from './check-page.tsx';

const place = document.getElementById('kiem-tra');

if (place !== null) {
  const { owner = '', hotline = '', worker = '' } = place.dataset;
  createRoot(place).render(<StrictMode><CheckPage owner={owner} hotline={hotline} worker={worker} /></StrictMode>);
}
