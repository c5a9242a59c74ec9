// SPDX-License-Identifier: EUPL-1.2
import { createRoot } from 'react-dom/client';
import '@motcua/ui/styles.css';

const place = document.getElementById('ung-dung');
if (place !== null) createRoot(place).render(null);
