// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { dayText, momentText } from '@motcua/i18n';
import type { Translate } from '@motcua/i18n';
import type { IconName } from '../icons.tsx';
import type { Difference } from '../prefilled.ts';
import type { Tone } from '../status.ts';
import { useWords } from '../words.ts';
import { addressText } from './address-field.tsx';
import type { AddressValue } from './address-field.tsx';
import { Button } from './button.tsx';
import { Tag } from './marks.tsx';
import { Message } from './messages.tsx';
import { Facts } from './page.tsx';
import type { Fact } from './page.tsx';
import type { PartyTyped } from './party-fields.tsx';

type Standing = 'active' | 'limited' | 'ended' | 'unknown';
/** What the business register said of an enterprise. */
export type ShownEnterprise = {
  readonly code: string; readonly name: string; readonly foreignName: string | null; readonly shortName: string | null; readonly kind: string | null; readonly status: string; readonly standing: Standing; readonly headOffice: AddressValue | null;
  readonly representatives: readonly { readonly name: string; readonly role: string; readonly isSubmitter: boolean | null }[]; readonly lines: readonly { readonly code: string; readonly name: string }[];
  readonly registeredOn: string | null; readonly changes: number | null; readonly changedOn: string | null;
};
type Extract = { readonly at: string; readonly who: string; readonly purpose: 'intake' | 'filing' | 'appraisal' | 'signing' | 'return'; readonly enterprise: ShownEnterprise };

const looks: Readonly<Record<Standing, { readonly tone: Tone; readonly sign: IconName }>> = { active: { tone: 'leaf', sign: 'check' }, limited: { tone: 'turmeric', sign: 'circle-pause' }, ended: { tone: 'lacquer', sign: 'circle-x' }, unknown: { tone: 'ink', sign: 'clock' } };

const fact = (term: string, value: ReactNode): readonly Fact[] => (value === null || value === '' ? [] : [{ term, value }]);

function changeWords({ changes, changedOn }: ShownEnterprise, t: Translate): string | null {
  if (changes === null || changes === 0) return null;
  return changedOn === null ? t('enterprise.changes-undated', { count: changes }) : t('enterprise.changes', { count: changes, day: dayText(changedOn) });
}

/** What is seldom asked for. */
function furtherFacts(enterprise: ShownEnterprise, t: Translate): readonly Fact[] {
  const { foreignName, shortName, kind, lines, registeredOn } = enterprise;
  return [
    ...fact(t('enterprise.kind'), kind), ...fact(t('enterprise.short-name'), shortName), ...fact(t('enterprise.foreign-name'), foreignName), ...fact(t('enterprise.registered'), registeredOn === null ? null : dayText(registeredOn)), ...fact(t('enterprise.last-change'), changeWords(enterprise, t)),
    ...(lines.length === 0 ? [] : [{ term: t('enterprise.lines'), value: <ul>{lines.map(({ code, name }) => <li key={code}><span className="num">{code}</span> {name}</li>)}</ul> }]),
  ];
}

/** What a status that is not plain «hoạt động» means for who reads it: told, never decided. */
function Warnings({ enterprise: { standing, status, representatives } }: { readonly enterprise: ShownEnterprise }): ReactElement {
  const t = useWords();
  const isStranger = representatives.length > 0 && representatives.every(({ isSubmitter }) => isSubmitter === false);
  return (
    <>
      {standing !== 'active' && <Message tone={standing === 'ended' ? 'bad' : standing === 'limited' ? 'warning' : 'plain'}>{t(`enterprise.standing.${standing}`, { status })}</Message>}
      {isStranger && <Message>{t('enterprise.not-submitter')}</Message>}
    </>
  );
}

/** Trích đăng ký doanh nghiệp: what the register said, and when it was asked. */
export function EnterpriseCard({ extract: { at, who, purpose, enterprise } }: { readonly extract: Extract }): ReactElement {
  const t = useWords();
  const { code, name, status, standing, headOffice, representatives } = enterprise;
  const more = furtherFacts(enterprise, t);
  return (
    <div className="stack">
      <p className="strong">{name}</p>
      <Facts facts={[
        { term: t('enterprise.status'), value: <Tag {...looks[standing]}>{status}</Tag> }, { term: t('enterprise.code'), value: <span className="num">{code}</span> },
        ...fact(t('enterprise.head-office'), headOffice === null ? null : addressText(headOffice)),
        ...(representatives.length === 0 ? [] : [{ term: t('enterprise.representatives'), value: <>{representatives.map((one, place) => <span key={place} className="line">{[one.name, one.role, one.isSubmitter === true ? t('enterprise.submitter') : ''].filter((part) => part !== '').join(' · ')}{place < representatives.length - 1 && <br />}</span>)}</> }]),
      ]}
      />
      <Warnings enterprise={enterprise} />
      {more.length > 0 && <details><summary>{t('enterprise.more')}</summary><Facts facts={more} /></details>}
      <p className="muted small">{t('enterprise.asked', { at: momentText(at), who, purpose: t(`ask-purpose.${purpose}`) })}</p>
    </div>
  );
}

const alike = (one: string, other: string): boolean => one.trim().toLocaleUpperCase('vi') === other.trim().toLocaleUpperCase('vi');

type TakeProps = { readonly enterprise: ShownEnterprise; readonly party: PartyTyped; readonly onTake: (party: PartyTyped) => void };

/** Dùng tên và trụ sở: one press; what stands there already is named before it is replaced. */
function TakeOver({ enterprise: { name, headOffice }, party, onTake }: TakeProps): ReactElement {
  const t = useWords();
  const typedAddress = party.address === null ? '' : addressText(party.address);
  const replaced = [...(party.name.trim() === '' || alike(party.name, name) ? [] : [party.name.trim()]), ...(headOffice === null || typedAddress === '' || alike(typedAddress, addressText(headOffice)) ? [] : [typedAddress])];
  if (alike(party.name, name) && (headOffice === null || alike(typedAddress, addressText(headOffice)))) return <p className="muted small">{t('enterprise.same')}</p>;
  return (
    <>
      {replaced.length > 0 && <p>{t('enterprise.take-replaces', { typed: replaced.map((text) => `«${text}»`).join(', ') })}</p>}
      <div><Button onPress={() => { onTake({ ...party, name, address: headOffice ?? party.address }); }}>{t('enterprise.take')}</Button></div>
    </>
  );
}

type AnswerProps = { readonly outcome: 'found' | 'no-match' | 'unreachable' | 'not-connected'; readonly extract: Extract | null; readonly party: PartyTyped; readonly onTake: (party: PartyTyped) => void };

/** What came of a question to the business register. */
export function EnterpriseAnswer({ outcome, extract, party, onTake }: AnswerProps): ReactElement {
  const t = useWords();
  if (extract === null || outcome !== 'found') return <Message tone={outcome === 'no-match' ? 'warning' : 'plain'}>{outcome === 'found' ? '' : t(`enterprise.${outcome}`)}</Message>;
  return <><EnterpriseCard extract={extract} /><TakeOver enterprise={extract.enterprise} party={party} onTake={onTake} /></>;
}

/** Ô ghi khác đăng ký: what was typed stays until somebody presses for the registered value. */
export function RegisterDifferences<Known extends Difference>({ lines, onTake }: { readonly lines: readonly Known[]; readonly onTake: (line: Known) => void }): ReactElement | null {
  const t = useWords();
  if (lines.length === 0) return null;
  return (
    <Message tone="warning">
      <p className="strong">{t('enterprise.differs', { count: lines.length })}</p>
      <ul className="lines" role="list">
        {lines.map((line) => (
          <li key={line.name}>
            <p>{t('enterprise.differs-line', { label: line.label, typed: line.typed, told: line.told })}</p>
            <Button label={t('enterprise.differs-take-of', { label: line.label })} onPress={() => { onTake(line); }}>{t('enterprise.differs-take')}</Button>
          </li>
        ))}
      </ul>
    </Message>
  );
}
