// SPDX-License-Identifier: EUPL-1.2
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@motcua/ui/styles.css';
import './workspace.css';
import { applyAppearance, applyDensity } from '@motcua/web-kit/appearance';
import { Session } from './session/session.tsx';

applyAppearance();
applyDensity();

const place = document.getElementById('ung-dung');
if (place !== null) createRoot(place).render(<StrictMode><Session /></StrictMode>);
