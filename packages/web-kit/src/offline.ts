// SPDX-License-Identifier: EUPL-1.2

type Answering = Event & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };

const isFetch = (event: Event): event is Answering => 'request' in event && 'respondWith' in event;

async function answer(request: Request, page: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const address = request.mode === 'navigate' ? page : request.url;
    return await caches.match(address, { ignoreVary: true }) ?? Response.error();
  }
}

/** In a service worker: what cannot be fetched is answered from what the page kept in the caches; any address a person goes to by the kept page. */
export function answerWithoutLine(page: string): void {
  addEventListener('fetch', (event) => {
    if (isFetch(event) && event.request.method === 'GET') event.respondWith(answer(event.request, page));
  });
}
