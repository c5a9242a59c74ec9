// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { Button, useWords } from '@motcua/ui';
import { codeInPicture } from './read-picture.ts';

const everyMs = 250;

/** The camera, until a code is seen. Pictures stay in this browser. */
export function Camera({ onCode, onFailure, onClose }: { readonly onCode: (code: string) => void; readonly onFailure: () => void; readonly onClose: () => void }): ReactElement {
  const t = useWords();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let isOver = false;
    const end = (): void => { isOver = true; for (const track of stream?.getTracks() ?? []) track.stop(); };
    const look = (): void => {
      const shown = video.current;
      if (isOver || shown === null) return;
      const code = codeInPicture(shown, { width: shown.videoWidth, height: shown.videoHeight });
      if (code === null) { setTimeout(look, everyMs); return; }
      end();
      onCode(code);
    };
    const begin = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false });
      if (isOver || video.current === null) { end(); return; }
      video.current.srcObject = stream;
      await video.current.play();
      look();
    };
    begin().catch(() => { if (!isOver) onFailure(); });
    return end;
  }, [onCode, onFailure]);
  return (
    <div className="stack">
      <video ref={video} className="camera" playsInline muted aria-label={t('paper-check.camera-shows')} />
      <p role="status">{t('paper-check.camera-hint')}</p>
      <Button onPress={onClose}>{t('paper-check.camera-close')}</Button>
    </div>
  );
}
