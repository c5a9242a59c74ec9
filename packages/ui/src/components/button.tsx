// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';

type Look = 'primary' | 'plain' | 'danger' | 'quiet';

type ButtonProps = {
  readonly children: ReactNode;
  readonly look?: Look;
  readonly type?: 'button' | 'submit';
  /** The act is on its way: said in the button, pressed again does nothing. */
  readonly busy?: boolean;
  readonly wide?: boolean;
  readonly name?: string;
  readonly value?: string;
  readonly form?: string;
  readonly label?: string;
  readonly pressed?: boolean;
  readonly onPress?: () => void;
};

const classOf = (look: Look, wide: boolean): string => `button ${look}${wide ? ' wide' : ''}`;

/** A button is the verb of its act. It is never greyed: when it cannot act, pressing it says why. */
export function Button({ children, look = 'plain', type = 'button', busy = false, wide = false, label, pressed, onPress, ...rest }: ButtonProps): ReactElement {
  return (
    <button
      {...rest} type={type} className={classOf(look, wide)} aria-busy={busy} aria-label={label} aria-pressed={pressed}
      onClick={(event) => { if (busy) event.preventDefault(); else onPress?.(); }}
    >
      {children}
    </button>
  );
}

type LinkButtonProps = { readonly href: string; readonly children: ReactNode; readonly look?: Look; readonly wide?: boolean; readonly download?: boolean };

/** A link that looks like the act of the page. */
export function LinkButton({ href, children, look = 'plain', wide = false, download = false }: LinkButtonProps): ReactElement {
  return <a className={classOf(look, wide)} href={href} {...(download ? { download: '' } : {})}>{children}</a>;
}

/** A key as it is printed on the keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }): ReactElement {
  return <kbd>{children}</kbd>;
}

/** The acts of a page: the primary one at the right, the destructive one at the left and quiet. */
export function ActBar({ children, label }: { readonly children: ReactNode; readonly label: string }): ReactElement {
  return <div className="act-bar" role="group" aria-label={label}>{children}</div>;
}
