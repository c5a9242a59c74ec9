// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { Button, EmptyState, Icon, LinkButton, Page, Select, useWords } from '@motcua/ui';
import { phoneText } from '@motcua/i18n';
import { ProcedureList } from './procedure-list.tsx';
import type { SearchPage } from './props.ts';

/** Tìm thủ tục: the filters are a form, the answer is in the address. */
export function Search(page: SearchPage): ReactElement {
  const t = useWords();
  const { asked, procedures, more, isContinued } = page;
  return (
    <Page title={asked.text === '' ? t('search.title') : t('search.title-for', { text: asked.text })}>
      <form action="/thu-tuc" method="get" role="search" className="stack stretch">
        <label className="hidden-visually" htmlFor="tim">{t('home.question')}</label>
        <div className="search-line">
          <input className="input" id="tim" name="tim" type="search" defaultValue={asked.text} autoComplete="off" enterKeyHint="search" />
          <button className="button primary" type="submit"><Icon name="search" />{t('act.search')}</button>
        </div>
        <Filters {...page} />
      </form>
      {procedures.length === 0 ? <NothingFound page={page} /> : (
        <>
          {isContinued && <p className="muted">{t('search.continued')}</p>}
          <ProcedureList procedures={procedures} searched={asked.text} />
          {more !== null && <p><LinkButton href={more}>{t('act.more')}</LinkButton></p>}
        </>
      )}
    </Page>
  );
}

function Filters({ asked, fields, agencies }: SearchPage): ReactElement {
  const t = useWords();
  const isFiltered = asked.field !== '' || asked.level !== '' || asked.agency !== '' || asked.online || asked.here;
  return (
    <details className="more" open={isFiltered}>
      <summary>{t('search.filters')}</summary>
      <div className="stack stretch">
        <div className="halves">
          <Select name="linh-vuc" label={t('search.field')} empty={t('search.any')} defaultValue={asked.field} choices={fields.map(({ code, name }) => ({ value: code, label: name }))} />
          <Select
            name="cap" label={t('search.level')} empty={t('search.any')} defaultValue={asked.level}
            choices={[{ value: 'COMMUNE', label: t('level.COMMUNE') }, { value: 'PROVINCE', label: t('level.PROVINCE') }, { value: 'MINISTRY', label: t('level.MINISTRY') }]}
          />
          <Select name="co-quan" label={t('search.agency')} empty={t('search.any')} defaultValue={asked.agency} choices={agencies.map(({ code, name }) => ({ value: code, label: name }))} />
        </div>
        <div className="row">
          <label className="choice"><input type="checkbox" name="truc-tuyen" value="1" defaultChecked={asked.online} />{t('search.online')}</label>
          <label className="choice"><input type="checkbox" name="o-day" value="1" defaultChecked={asked.here} />{t('search.here')}</label>
        </div>
        <div className="row"><Button type="submit">{t('act.apply')}</Button>{isFiltered && <a href={`/thu-tuc?tim=${encodeURIComponent(asked.text)}`}>{t('search.clear')}</a>}</div>
      </div>
    </details>
  );
}

function NothingFound({ page }: { readonly page: SearchPage }): ReactElement {
  const t = useWords();
  const hotline = phoneText(page.visit.site.hotline);
  return (
    <EmptyState>
      <p>{page.asked.text === '' ? t('search.none-filtered') : t('search.none', { text: page.asked.text, hotline })}</p>
      <a href="/#viec">{t('search.by-life-event')}</a>
    </EmptyState>
  );
}
