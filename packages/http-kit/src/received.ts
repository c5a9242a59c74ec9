// SPDX-License-Identifier: EUPL-1.2

/**
 * Everything a plain HTTP server is sent in one request, for those that speak no JSON or sit before no framework.
 *
 * @param most - bytes
 * @throws when more came
 */
export async function received(request: AsyncIterable<unknown>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request) {
    if (!(part instanceof Uint8Array)) continue;
    size += part.length;
    if (size > most) throw new Error('too large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
