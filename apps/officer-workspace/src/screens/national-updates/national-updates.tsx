// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { NationalUpdateEntered, NationalUpdates } from '@motcua/catalogue/contract';
import { momentShort, numberText } from '@motcua/i18n';
import { Asked, Checkbox, DataTable, EmptyState, MessageArea, Page, Section, Upload, useWords } from '@motcua/ui';
import { ask, failureOf, failureWords, goTo, upload, useTitle } from '@motcua/web-kit';
import { NationalLine } from './line.tsx';

const addressOf = (id: string): string => `/lam-viec/danh-muc/cap-nhat/${id}`;

/** Cập nhật từ dữ liệu quốc gia: a file is handed in, the earlier ones are listed with how far they are decided. */
export function NationalUpdatesPage(): ReactElement {
  const t = useWords();
  const list = useQuery({ queryKey: ['national-updates'], queryFn: () => ask(NationalUpdates, '/api/catalogue/national-updates') });
  useTitle(t('work.title', { list: t('national.title') }));
  return (
    <Page title={t('national.title')} before={<p className="breadcrumb"><a href="/lam-viec/danh-muc">{t('catalogue.title')}</a></p>}>
      <p className="text muted">{t('national.intro')}</p>
      <NationalLine />
      <Section id="tai-len" title={t('national.by-file')}><HandIn /></Section>
      <Section id="da-tai" title={t('national.earlier')}>
        <Asked answer={list} loading={t('loading')} describe={(error) => failureWords(failureOf(error))}>
          {({ updates }) => updates.length === 0 ? <EmptyState><p>{t('national.none')}</p></EmptyState> : (
            <DataTable
              caption={t('national.caption', { count: updates.length })} rows={updates} rowKey={({ id }) => id}
              columns={[
                { id: 'file', title: t('national.file'), isRowTitle: true, cell: ({ id, fileName, isWhole }) => <><a href={addressOf(id)}>{fileName}</a>{isWhole && <><br /><span className="muted small">{t('national.whole-list')}</span></>}</> },
                { id: 'by', title: t('national.by'), cell: ({ by, at }) => <>{by}<br /><span className="muted small">{momentShort(at)}</span></> },
                { id: 'lines', title: t('national.lines'), figures: true, cell: ({ lines }) => numberText(lines) },
                { id: 'open', title: t('national.open'), figures: true, cell: ({ open }) => numberText(open) },
                { id: 'approved', title: t('national.approved'), figures: true, cell: ({ approved }) => numberText(approved) },
                { id: 'rejected', title: t('national.rejected'), figures: true, cell: ({ rejected }) => numberText(rejected) },
              ]}
            />
          )}
        </Asked>
      </Section>
    </Page>
  );
}

function HandIn(): ReactElement {
  const t = useWords();
  const [isWhole, setWhole] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [trouble, setTrouble] = useState('');
  const handIn = async (file: File): Promise<void> => {
    setTrouble('');
    setShare(0);
    try {
      const { id } = await upload(NationalUpdateEntered, { path: `/api/catalogue/national-updates?whole=${String(isWhole)}`, file, onProgress: setShare });
      goTo(addressOf(id));
    } catch (thrown) {
      setTrouble(failureWords(failureOf(thrown)));
    } finally { setShare(null); }
  };
  return (
    <>
      <MessageArea tone="bad">{trouble}</MessageArea>
      <Checkbox name="ca-danh-muc" label={t('national.is-whole')} checked={isWhole} onChange={setWhole} />
      <Upload name="tep-quoc-gia" label={t('national.choose')} hint={t('national.choose-hint')} accept=".jsonl,.ndjson,.gz,application/gzip" onFiles={([file]) => { if (file !== undefined && share === null) void handIn(file); }}>
        {share !== null && <><progress value={share} max={1} aria-label={t('national.sending')} /><span role="status">{share < 1 ? t('national.sending') : t('national.comparing')}</span></>}
      </Upload>
    </>
  );
}
