// SPDX-License-Identifier: EUPL-1.2
import { createRoot } from 'react-dom/client';

const place = document.getElementById('ung-dung');
if (place !== null) createRoot(place).render(null);
