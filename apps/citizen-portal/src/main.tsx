// SPDX-License-Identifier: EUPL-1.2
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { failureOf } from '@motcua/web-kit';
import { App } from './app.tsx';

const place = document.getElementById('ung-dung');
const isWorthTrying = (count: number, error: Error): boolean => count < 2 && failureOf(error).kind === 'offline';
const client = new QueryClient({ defaultOptions: { queries: { retry: isWorthTrying, staleTime: 10_000 } } });

if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}><App hotline={place.dataset['hotline'] ?? ''} /></QueryClientProvider>
    </StrictMode>,
  );
}
