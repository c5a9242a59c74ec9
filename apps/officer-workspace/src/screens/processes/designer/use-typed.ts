// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';

/** A text being typed whose value comes back a moment later: what is typed stays, what somebody else changed is shown. */
export function useTyped(value: string, onChange: (text: string) => void): { readonly value: string; readonly onChange: (text: string) => void } {
  const [state, setState] = useState({ text: value, seen: value, sent: new Array<string>() });
  if (state.seen !== value) {
    const at = state.sent.indexOf(value);
    // Ours came back: what was typed since is still on its way. Anything else is another's, or an undo.
    setState(at >= 0 ? { ...state, seen: value, sent: state.sent.slice(at + 1) } : { text: value, seen: value, sent: [] });
  }
  return {
    value: state.text,
    onChange: (text) => { setState((before) => ({ ...before, text, sent: [...before.sent, text].slice(-50) })); onChange(text); },
  };
}
