// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement } from 'react';
import {
  Archive, ArrowLeftRight, BadgeCheck, Banknote, CalendarClock, Check, CircleCheck, CirclePause, CircleX, Clock, Copy, Download, Eye,
  FileCheck, FilePlus, Files, Flag, Hourglass, Inbox, Info, LogOut, Moon, Network, OctagonPause, Pencil, Printer, RotateCw, ScanBarcode, Search,
  Signature, Stamp, Timer, TriangleAlert, Undo2, Upload, UserCheck, X,
} from 'lucide-react';

/** The closed list of signs. A new one enters here with its meaning, or not at all. */
export const icons = {
  'archive': Archive, 'arrow-left-right': ArrowLeftRight, 'badge-check': BadgeCheck, 'banknote': Banknote, 'calendar-clock': CalendarClock,
  'check': Check, 'circle-check': CircleCheck, 'circle-pause': CirclePause, 'circle-x': CircleX, 'clock': Clock, 'copy': Copy,
  'download': Download, 'eye': Eye, 'file-check': FileCheck, 'file-plus': FilePlus, 'files': Files, 'flag': Flag, 'hourglass': Hourglass,
  'inbox': Inbox, 'info': Info, 'log-out': LogOut, 'moon': Moon, 'network': Network, 'octagon-pause': OctagonPause, 'pencil': Pencil, 'printer': Printer,
  'rotate': RotateCw, 'scan-barcode': ScanBarcode, 'search': Search, 'signature': Signature, 'stamp': Stamp, 'timer': Timer,
  'triangle-alert': TriangleAlert, 'undo-2': Undo2, 'upload': Upload, 'user-check': UserCheck, 'x': X,
} as const;

export type IconName = keyof typeof icons;

/** A sign beside its word: hidden from screen readers, because the word says it. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  const Drawing = icons[name];
  return <Drawing size={size} strokeWidth={1.75} aria-hidden="true" focusable="false" />;
}

/** The mark «ô cửa»: a frame and one open leaf. */
export function Mark({ size = 32 }: { readonly size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect x="14" y="6" width="12" height="24" fill="var(--leaf-of-mark)" />
      <rect x="3.5" y="3.5" width="25" height="25" rx="3" fill="none" stroke="currentColor" strokeWidth="3" />
    </svg>
  );
}
