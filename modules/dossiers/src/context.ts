// SPDX-License-Identifier: EUPL-1.2
import type { KeyObject } from 'node:crypto';
import type { Db } from '@motcua/db-kit';
import type { DocumentStore, KeyPlace, LongTermProofs, SignerKind, SigningIdentity, Trust } from '@motcua/documents';
import type { Clock, Result } from '@motcua/kernel';
import type { MessageShelf } from '@motcua/messages';
import type { CalendarShelf } from './clock/calendars.ts';
import type { PeriodShelf } from './clock/periods.ts';
import type { DigitisingShelf } from './store/digitising-rules.ts';
import type { BusinessRegister, PopulationRegister } from './registers.ts';
import type { LifecycleRefusal } from './lifecycle/refusal.ts';

/** Reaches keys on tokens and at services. @throws KeyRefused */
export type KeysElsewhere = {
  readonly kinds: readonly KeyPlace[];
  /** `pin`: the signer's own, used once and kept nowhere; `patience`: milliseconds the signer has to confirm. */
  readonly identity: (key: { readonly kind: KeyPlace; readonly account: string; readonly owner: SignerKind; readonly name: string }, confirmed: { readonly pin: string | null; readonly patience: number }) => Promise<SigningIdentity>;
};

/** Signatures made while nothing is locked, for an act that asks for them inside its transaction. @throws where one was not made yet: the act ends without a trace and is run again with it */
export type SigningDesk = {
  /** When the act began: the moment its paper and signatures carry. */
  readonly at: Temporal.Instant;
  /** Called before a paper is printed that carries a number: it must be held before anybody waits. */
  readonly needsHold: () => void;
  /** `isElsewhere`: made with the key chosen for the act. */
  readonly signature: (order: { readonly key: string; readonly isElsewhere: boolean }, make: () => Promise<Result<Uint8Array, LifecycleRefusal>>) => Result<Uint8Array, LifecycleRefusal>;
};

/** The key chosen for one act, of an officer or an agency, that is not kept here. */
export type ChosenKey = { readonly kind: SignerKind; readonly ref: string; readonly identity: () => Promise<SigningIdentity> };

/** What the acts on dossiers work with; made once by the wiring of a program. */
export type DossierContext = {
  readonly db: Db;
  readonly clock: Clock;
  /** A second clock, of another machine where there is one, that an act's own must agree with; absent: none (simulated weeks). */
  readonly otherClock?: (db: Db) => Promise<Temporal.Instant>;
  readonly files: DocumentStore;
  readonly calendars: CalendarShelf;
  readonly periods: PeriodShelf;
  readonly digitising: DigitisingShelf;
  /** The words of the province by which people are told. */
  readonly messages: MessageShelf;
  /** Code of the province's own agency: the root of the agencies this installation works for. */
  readonly province: string;
  /** Address under which citizens reach the portal: what QR codes lead to. */
  readonly publicOrigin: string;
  /** Key the QR codes are signed with. */
  readonly tokenKey: KeyObject;
  /** 32 bytes under which signing keys are sealed. */
  readonly secret: Uint8Array;
  /** Whose certificates are believed when a paper's signatures are judged; absent: nobody's. */
  readonly trust?: (db: Db) => Promise<Trust>;
  /** Where time-stamps and revocation data come from; absent: signatures carry the signer's word for the time. */
  readonly proofs?: Extract<LongTermProofs, { readonly level: 'B-LT' | 'B-LTA' }>;
  /** Where an act finds signatures that need an answer from outside; absent: they are made on the spot. */
  readonly desk?: SigningDesk;
  /** The key this act signs with in place of the one kept here; absent: none was chosen. */
  readonly chosenKey?: ChosenKey;
  /** The population register; absent: it is not connected, and what it would say is asked. */
  readonly population?: PopulationRegister;
  /** The business register; absent: it is not connected. */
  readonly business?: BusinessRegister;
  /** When a person first signed in here by the national identity, null when never; absent: nobody signs in (simulated weeks). */
  readonly firstSignIn?: (db: Db, personalId: string) => Promise<Temporal.Instant | null>;
  /** Keys that are not kept here, asked for by the name they have there; absent: none can be reached. */
  readonly keysElsewhere?: KeysElsewhere;
  /** Papers carry «BẢN TRÌNH DIỄN». */
  readonly demonstration: boolean;
};
