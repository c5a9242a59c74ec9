// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Configuration, Provider } from 'oidc-provider';
import type { StandInPerson } from './run-apart.ts';

/** Grants what the portal asks without a further question: the stand-in knows one client only. */
export const consentless: NonNullable<Configuration['loadExistingGrant']> = async (ctx) => {
  const { client, session } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
};

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (people: readonly StandInPerson[]): string => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Đăng nhập thử · bản trình diễn</title><style>body{font:18px/1.6 system-ui,sans-serif;max-width:34rem;margin:8vh auto;padding:0 1rem;color:#1E2228;background:#F8F7F2}
button{display:block;width:100%;font:inherit;text-align:left;padding:.9rem 1rem;margin:.5rem 0;border:1px solid #68717D;border-radius:6px;background:#fff;cursor:pointer}
button:focus-visible{outline:3px solid #2E559F;outline-offset:2px}small{display:block;color:#515965}</style></head><body><main>
<h1>Đăng nhập thử</h1><p>Đây là máy chủ thay thế VNeID của bản trình diễn. Chọn một người để đăng nhập; các số định danh này không thuộc về ai.</p>
<form method="post">${people.map(({ id, name, personalId }) => `<button name="person" value="${escaped(id)}">${escaped(name)}<small>${escaped(personalId.replace(/(\d{3})(?=\d)/gu, '$1 '))}</small></button>`).join('')}</form>
</main></body></html>`;

async function chosen(request: IncomingMessage): Promise<string | null> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 10_000) return null;
  }
  return new URLSearchParams(body).get('person');
}

/** The one page of the stand-in: choose who you are. */
export async function signInPage(provider: Provider, people: readonly StandInPerson[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (request.method === 'POST') {
      const id = await chosen(request);
      if (people.some((person) => person.id === id) && id !== null) {
        await provider.interactionFinished(request, response, { login: { accountId: id } }, { mergeWithLastSubmission: false });
        return;
      }
    }
    await provider.interactionDetails(request, response);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page(people));
  } catch {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('Lượt đăng nhập này đã hết hạn. Quay lại trang trước và bấm đăng nhập lần nữa.');
  }
}
