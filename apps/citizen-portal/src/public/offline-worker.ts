// SPDX-License-Identifier: EUPL-1.2
import { answerWithoutLine } from '@motcua/web-kit/offline';

// The service worker of the page that checks papers; check/kept-keys.ts fills the shelf and registers it.
answerWithoutLine('/kiem-tra-giay');
