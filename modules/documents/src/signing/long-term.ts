// SPDX-License-Identifier: EUPL-1.2
import type { X509Certificate } from 'node:crypto';
import { PDFArray, type PDFContext, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { readCms, timestampTokenOf } from '../validation/cms.ts';
import { signaturesOf } from '../validation/field-tree.ts';
import { signatureBytesOf } from '../validation/signature-bytes.ts';
import { readRevision } from '../validation/pdf-revision.ts';
import { enclosedIn } from '../validation/enclosed.ts';
import type { RevocationSource } from './model.ts';

/** Everything needed to check the signatures of a file later without asking anybody. DER. */
type ValidationData = { readonly certs: Map<string, Uint8Array>; readonly crls: Map<string, Uint8Array>; readonly ocsps: Map<string, Uint8Array> };

const keyOf = (der: Uint8Array): string => Buffer.from(der).toString('base64');
const isSelfIssued = (certificate: X509Certificate): boolean => certificate.checkIssued(certificate);

async function collect(data: ValidationData, certificates: readonly X509Certificate[], source: RevocationSource): Promise<void> {
  for (const certificate of certificates) {
    const key = keyOf(certificate.raw);
    if (data.certs.has(key)) continue;
    data.certs.set(key, certificate.raw);
    const issuer = certificates.find((candidate) => candidate !== certificate && candidate.ca && certificate.checkIssued(candidate));
    if (isSelfIssued(certificate) || issuer === undefined) continue;
    const { crls, ocsps } = await source.dataFor(certificate.raw, issuer.raw);
    for (const der of crls) data.crls.set(keyOf(der), der);
    for (const der of ocsps) data.ocsps.set(keyOf(der), der);
  }
}

/** Adds streams behind those a list of the DSS holds already. */
function addStreams(context: PDFContext, dss: PDFDict, name: string, contents: Iterable<Uint8Array>): void {
  const known = dss.lookupMaybe(PDFName.of(name), PDFArray);
  const list = PDFArray.withContext(context);
  for (const item of known?.asArray() ?? []) list.push(item);
  for (const der of contents) list.push(context.register(context.stream(der, {})));
  if (list.size() > 0) dss.set(PDFName.of(name), list);
}

/**
 * Adds the certificates of all signatures and time-stamps of a file, and what is known of their revocation, as a later part of the file (DSS).
 *
 * @param scope - 'last': only those of the last signature or time-stamp; the others' proofs are in the file already
 * @throws RevocationUnknown
 */
export async function withValidationData(pdf: Uint8Array, source: RevocationSource, scope: 'all' | 'last' = 'all'): Promise<Uint8Array> {
  const revision = await readRevision(pdf);
  const data: ValidationData = { certs: new Map(), crls: new Map(), ocsps: new Map() };
  for (const found of signaturesOf(revision).slice(scope === 'last' ? -1 : 0)) {
    const content = signatureBytesOf(pdf, revision, found);
    const cms = content === null ? null : readCms(content.signature);
    if (cms === null) continue;
    await collect(data, [cms.certificate, ...cms.others], source);
    const token = timestampTokenOf(cms);
    const stamp = token === null ? null : readCms(token);
    if (stamp !== null) await collect(data, [stamp.certificate, ...stamp.others], source);
  }
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false });
  const snapshot = document.takeSnapshot();
  const { context, catalog } = document;
  const dss = catalog.lookupMaybe(PDFName.of('DSS'), PDFDict)?.clone(context) ?? context.obj({});
  const enclosed = new Set(enclosedIn(revision).certificates.map(({ raw }) => keyOf(raw)));
  addStreams(context, dss, 'Certs', [...data.certs].filter(([key]) => !enclosed.has(key)).map(([, der]) => der));
  addStreams(context, dss, 'CRLs', data.crls.values());
  addStreams(context, dss, 'OCSPs', data.ocsps.values());
  catalog.set(PDFName.of('DSS'), context.register(dss));
  const root = context.trailerInfo.Root;
  if (root instanceof PDFRef) snapshot.markRefForSave(root);
  const saved = Buffer.from(await document.saveIncremental(snapshot, { useObjectStreams: false }));
  const original = Buffer.from(pdf);
  return new Uint8Array(saved.subarray(0, original.length).equals(original) ? saved : Buffer.concat([original, saved]));
}
