// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef } from 'react';
import type { z } from 'zod';

// What was read once is not read again at every letter: contents are never changed in place.
const read = new WeakSet<object>();

/** A content of a bản soạn as its schema reads it, keeping its identity; null when it has another shape. */
export function contentAs<Schema extends z.ZodType>(schema: Schema, content: unknown): z.infer<Schema> | null {
  const is = (value: unknown): value is z.infer<Schema> => (typeof value === 'object' && value !== null && read.has(value)) || schema.safeParse(value).success;
  if (!is(content)) return null;
  if (typeof content === 'object' && content !== null) read.add(content);
  return content;
}

/** Changes some parts of a content; the same function as long as the editor lives, so that rows that did not change are not drawn again. */
export function usePartChange<Content extends object>(content: Content, onChange: (next: unknown) => void): (part: Partial<Content>) => void {
  const latest = useRef({ content, onChange });
  useEffect(() => { latest.current = { content, onChange }; });
  return useCallback((part) => {
    const next = { ...latest.current.content, ...part };
    read.add(next);
    latest.current.content = next;
    latest.current.onChange(next);
  }, []);
}
