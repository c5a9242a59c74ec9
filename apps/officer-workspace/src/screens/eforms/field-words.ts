// SPDX-License-Identifier: EUPL-1.2
import { type Condition, type Control, type DraftField, type Field, sources } from '@motcua/eforms/contract';
import { useWords } from '@motcua/ui';

export const controls: readonly Control[] = ['text', 'textarea', 'date', 'number', 'money', 'choice', 'multi-choice', 'checkbox', 'address', 'person', 'organisation', 'personal-id', 'phone', 'email', 'repeat'];

type Shown = Pick<Field, 'control' | 'source' | 'soft' | 'computed' | 'visibleWhen'>;

/** Short words about a field for the list, and the names of sources and conditions. */
export function useFieldWords(): { readonly about: (field: Shown | DraftField) => string; readonly sourceName: (name: string) => string; readonly condition: (condition: Condition, labelOf: (key: string) => string) => string } {
  const t = useWords();
  const sourceName = (name: string): string => {
    const found = sources.find((source) => source.name === name);
    if (found === undefined) return name;
    const words = t('eform-editor.source-of', { register: t(`eform-editor.register.${found.register}`), what: found.words });
    return found.isConnected ? words : t('eform-editor.not-connected', { source: words });
  };
  const condition = (given: Condition, labelOf: (key: string) => string): string => {
    if ('all' in given) return given.all.map((part) => condition(part, labelOf)).join(t('eform-editor.and'));
    if ('any' in given) return given.any.map((part) => condition(part, labelOf)).join(t('eform-editor.or'));
    if ('not' in given) return t('eform-editor.not', { what: condition(given.not, labelOf) });
    const field = labelOf(given.field);
    if ('filled' in given) return t(given.filled ? 'eform-editor.is-filled' : 'eform-editor.is-open', { field });
    return t('eform-editor.is', { field, value: 'is' in given ? String(given.is) : given.in.map(String).join(', ') });
  };
  const about = ({ control, source, soft, computed, visibleWhen }: Shown | DraftField): string => [
    t(`eform-editor.control.${control}`), ...(source === undefined ? [] : [t('eform-editor.about.filled')]), ...(computed === undefined ? [] : [t('eform-editor.about.computed')]),
    ...(soft === true ? [t('eform-editor.about.soft')] : []), ...(visibleWhen === undefined ? [] : [t('eform-editor.about.sometimes')]),
  ].join(' · ');
  return { about, sourceName, condition };
}
