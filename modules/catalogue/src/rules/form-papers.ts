// SPDX-License-Identifier: EUPL-1.2
import { fold } from '@motcua/kernel';
import { bareComponent, componentName } from './match-paper-kind.ts';

type StandsFor = { readonly procedure: string | null; readonly component: string };

// What a person fills in to ask; «đơn vị», «đơn giá», «đơn thuốc» are no application.
const application = /^ ?(?:don(?! (?:vi|gia|thuoc|hang|nguyen|phuong|le))|to khai|ban khai|to dang ky|giay (?:de nghi|yeu cau|dang ky)|phieu (?:de nghi|yeu cau|dang ky|khai|thong tin)|van ban (?:de nghi|yeu cau|dang ky)|cong van (?:de nghi|yeu cau)|de nghi|mau (?:don|to khai|giay de nghi|[a-z ]*dien tu)) /u;

/** Whether a component is what a person fills in to ask: an application, a declaration. It may be what an e-form asks. */
export const looksLikeForm = (component: string): boolean => application.test(`${bareComponent(component)} `);

/**
 * Which components of a procedure an e-form stands for (tờ khai thay cho thành phần hồ sơ), as its version says: those it names for the procedure;
 * where it names none, the one that begins with the words it names for every procedure, and none while several do: then a person must say which.
 *
 * @param components - names of those that are asked for
 * @returns their places in the list
 */
export function placesOfForm(standsFor: readonly StandsFor[], { procedure, components }: { readonly procedure: string; readonly components: readonly string[] }): readonly number[] {
  const placesWhere = (is: (name: string) => boolean): readonly number[] => components.flatMap((name, at) => (is(name) ? [at] : []));
  const own = new Set(standsFor.filter((one) => one.procedure === procedure).map(({ component }) => componentName(component)));
  if (own.size > 0) return placesWhere((name) => own.has(componentName(name)));
  const beginnings = standsFor.filter((one) => one.procedure === null).map(({ component }) => componentName(component));
  const found = placesWhere((name) => looksLikeForm(name) && beginnings.some((words) => words !== '' && `${bareComponent(name)} `.startsWith(` ${words} `)));
  return found.length === 1 ? found : [];
}

const wordsOf = (text: string): readonly string[] => fold(text).split(/[^a-z0-9]+/u).filter((word) => word !== '');
const mostlySame = 0.6;

/** Components a form of this title seems to be: what a person fills in to ask, called mostly as the form is, or the only such one. A person confirms. */
export function proposedPapers(title: string, components: readonly string[]): readonly string[] {
  const asking = components.filter(looksLikeForm);
  const own = wordsOf(title);
  const share = (name: string): number => { const said = new Set(wordsOf(name)); return own.filter((word) => said.has(word)).length / Math.max(1, own.length); };
  const called = asking.filter((name) => share(name) >= mostlySame);
  return called.length > 0 ? called : asking.length === 1 ? asking : [];
}
