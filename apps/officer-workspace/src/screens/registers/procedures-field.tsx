// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { ReactElement } from 'react';
import { shortName } from '@motcua/i18n';
import { TextField, useWords } from '@motcua/ui';
import type { FieldProps } from '@motcua/ui';
import { useProcedures } from '../../api.ts';

/** Procedures by name or code; what is chosen stands below and can be taken away. The value is their codes, a blank between. */
export function ProceduresField({ value = '', onChange, single = false, ...field }: FieldProps & { readonly single?: boolean }): ReactElement {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const chosen = value === '' ? [] : value.split(' ');
  const found = (useProcedures(typed).data?.procedures ?? []).filter(({ code }) => !chosen.includes(code)).slice(0, 6);
  const choose = (code: string): void => { onChange?.(single ? code : [...chosen, code].join(' ')); setTyped(''); };
  return (
    <div className="stack stretch">
      <TextField {...field} value={typed} onChange={setTyped} typing={{ autoComplete: 'off' }} />
      {typed.trim().length > 1 && (
        <div className="options" role="group" aria-label={t('counter.found-procedures', { count: found.length })}>
          {found.length === 0 && <p className="option muted">{t('counter.no-procedure')}</p>}
          {found.map(({ code, name }) => <button key={code} type="button" onClick={() => { choose(code); }}>{shortName(name)} <span className="num muted">{code}</span></button>)}
        </div>
      )}
      {chosen.length > 0 && (
        <ul className="row" role="list">
          {chosen.map((code) => <li key={code}><button type="button" className="button quiet" onClick={() => { onChange?.(chosen.filter((one) => one !== code).join(' ')); }}><span className="num">{code}</span> ✕<span className="hidden-visually"> {t('register.take-away')}</span></button></li>)}
        </ul>
      )}
    </div>
  );
}
