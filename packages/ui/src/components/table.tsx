// SPDX-License-Identifier: EUPL-1.2
import { type ReactElement, type ReactNode, useId } from 'react';

export type Column<Row> = { readonly id: string; readonly title: string; readonly cell: (row: Row) => ReactNode; readonly figures?: boolean; readonly isRowTitle?: boolean };

/** A table under its caption, which stays whole and in place while a wide table scrolls; figures at the right, in the figures face. On a phone each row is a card that says its columns: nothing is cut. `hasLongTitles`: the columns' and rows' names are long and get room. */
export function DataTable<Row>({ caption, columns, rows, rowKey, hasLongTitles = false }: {
  readonly caption: string; readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[]; readonly rowKey: (row: Row) => string; readonly hasLongTitles?: boolean;
}): ReactElement {
  const id = useId();
  return (
    <div>
      <p id={id} className="table-caption">{caption}</p>
      <div className="table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
        <table className={hasLongTitles ? 'table stacks long-titles' : 'table stacks'} aria-labelledby={id}>
          <thead>
            <tr>{columns.map(({ id, title, figures }) => <th key={id} scope="col" className={figures === true ? 'num' : ''}>{title}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map(({ id, title, cell, figures, isRowTitle }) => {
                  const said = cell(row);
                  // On a phone nothing is said of what is not there.
                  return isRowTitle === true ? <th key={id} scope="row">{said}</th> : <td key={id} className={[figures === true ? 'num' : '', said === '–' ? 'none' : ''].join(' ').trim()} data-title={title}>{said}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
