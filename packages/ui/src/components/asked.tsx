// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import { Message, Skeleton } from './messages.tsx';

type Answer<Data> = { readonly data: Data | undefined; readonly error: unknown; readonly refetch: () => unknown };

type AskedProps<Data> = {
  readonly answer: Answer<Data>;
  /** «Đang tải hồ sơ» */
  readonly loading: string;
  /** The failure in words. */
  readonly describe: (error: unknown) => string;
  readonly children: (data: Data) => ReactNode;
};

/** What a screen asked for: nothing for 300 ms, then the grey shape; a failed part says so and can be tried again, unless the failure `mustBeMended`; old data stays while newer fails. */
export function Asked<Data>({ answer, loading, describe, children }: AskedProps<Data>): ReactElement | null {
  const t = useWords();
  const isLate = useLate(answer.data === undefined && answer.error === null);
  if (answer.data !== undefined) return <>{children(answer.data)}</>;
  if (answer.error !== null) {
    return (
      <Message tone="bad">
        <p>{describe(answer.error)}</p>
        {isWorthAsking(answer.error) && <Button onPress={() => { answer.refetch(); }}>{t('act.retry')}</Button>}
      </Message>
    );
  }
  return isLate ? <Skeleton label={loading} /> : null;
}

/** Asking again helps, unless the failure says of itself that a person has something to mend first. */
function isWorthAsking(error: unknown): boolean {
  return !(error instanceof Error && 'mustBeMended' in error && error.mustBeMended === true);
}

function useLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => { setLate(true); }, 300);
    return () => { clearTimeout(timer); setLate(false); };
  }, [isWaiting]);
  return isLate;
}
