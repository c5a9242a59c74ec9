// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { translator } from '@motcua/i18n';
import { Check } from './check.tsx';
import { CaseGuide } from './case-guide.tsx';
import { OpenData, Posting, Widget } from './open-data.tsx';
import { LookUp, Verify } from './following.tsx';
import { Frame } from './frame.tsx';
import type { Assets } from './frame.tsx';
import { Home } from './home.tsx';
import { InternalProcedure } from './internal-procedure.tsx';
import { Needs } from './needs.tsx';
import { Accessibility, App, Contact, ErrorNotice, Guide, List, Petition } from './plain.tsx';
import { Procedure } from './procedure.tsx';
import { shortName } from '@motcua/i18n';
import { Search } from './search.tsx';
import { Versions } from './versions.tsx';
import type { PageName, PageProps, RenderPage } from './props.ts';

type Made = { readonly title: string; readonly page: ReactElement; readonly isFault?: boolean; readonly script?: 'app' | 'check'; readonly bare?: boolean };
type Makers = { readonly [Name in PageName]: (props: PageProps[Name], assets: Assets) => Made };

const words = (props: { readonly visit: { readonly locale: 'vi' | 'en' } }): ReturnType<typeof translator> => translator(props.visit.locale);

const makers: Makers = {
  'home': (props) => ({ title: words(props)('home.title'), page: <Home {...props} /> }),
  'search': (props) => ({ title: words(props)('search.title'), page: <Search {...props} /> }),
  'procedure': (props) => ({ title: shortName(props.procedure.name), page: <Procedure {...props} /> }),
  'needs': (props) => ({ title: `${words(props)('needs.title')} · ${shortName(props.procedure.name)}`, page: <Needs {...props} /> }),
  'look-up': (props) => ({ title: words(props)('look-up.title'), page: <LookUp {...props} /> }),
  'verify': (props) => ({ title: words(props)('verify.title'), page: <Verify {...props} /> }),
  'check': (props, { offlineWorker }) => ({ title: words(props)('verify.title'), page: <Check {...props} worker={offlineWorker} />, script: 'check' }),
  'case-guide': (props) => ({ title: `${words(props)('needs.title')} · ${shortName(props.procedure.name)}`, page: <CaseGuide {...props} /> }),
  'open-data': (props) => ({ title: words(props)('open-data.title'), page: <OpenData {...props} /> }),
  'posting': (props) => ({ title: words(props)('posting-board.title', { agency: props.agency }), page: <Posting {...props} /> }),
  'widget': (props) => ({ title: props.procedure === null ? words(props)('open-data.none') : shortName(props.procedure.name), page: <Widget {...props} />, bare: true }),
  'versions': (props) => ({ title: `${words(props)('versions.title')} · ${shortName(props.name)}`, page: <Versions {...props} /> }),
  'internal-procedure': (props) => ({ title: `${words(props)('internal.title')} · ${shortName(props.procedure.name)}`, page: <InternalProcedure {...props} /> }),
  'list': (props) => ({ title: props.name, page: <List {...props} /> }),
  'error': (props) => ({ title: words(props)(`error.${props.kind}.title`), page: <ErrorNotice {...props} />, isFault: true }),
  'accessibility': (props) => ({ title: words(props)('accessibility.title'), page: <Accessibility /> }),
  'guide': (props) => ({ title: words(props)('guide.title'), page: <Guide /> }),
  'contact': (props) => ({ title: words(props)('nav.contact'), page: <Contact {...props} /> }),
  'petition': (props) => ({ title: words(props)('petition.title'), page: <Petition {...props} /> }),
  'app': (props) => ({ title: props.title, page: <App {...props} />, script: 'app' }),
};

/** Makes the public pages: each a whole HTML document. Pure: the same props give the same text. */
export function pageRenderer(assets: Assets): RenderPage {
  return (name, props) => {
    const { title, page, isFault = false, script = 'public', bare = false } = makers[name](props, assets);
    return `<!doctype html>${renderToStaticMarkup(<Frame assets={assets} visit={props.visit} title={title} isFault={isFault} script={script} isBare={bare}>{page}</Frame>)}`;
  };
}
