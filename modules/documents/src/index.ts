// SPDX-License-Identifier: EUPL-1.2
/**
 * Documents: tài liệu, tệp đính kèm, giấy tờ điện tử.
 *
 * Takes files in and gives them back unchanged, prints papers, marks them with codes anyone can check, signs PDFs and judges signatures.
 * Hides where the bytes lie, how a file's true type is found, the PDF engine and the signature formats.
 * Knows no dossier: an owner is a kind and a reference, chosen by the caller.
 */
export { documentStore } from './store/file-store.ts';
export type { DocumentStore } from './store/file-store.ts';
export { diskBlobs } from './store/blobs.ts';
export type { Blobs } from './store/blobs.ts';
export { s3Blobs } from './store/s3-blobs.ts';
export type { Bucket } from './store/s3-blobs.ts';
export { glancePages, scanManyPapers, scanPages } from './digitising/scan.ts';
export { twoLayers } from './digitising/two-layers.ts';
export { digitisedPaper } from './digitising/digitised-paper.ts';
export { daysOn, namedIn } from './digitising/named.ts';
export { doubtsOf, leastDpi, scanToMend, sureOf, textOf, valuesIn } from './digitising/reading.ts';
export type { PageDoubt } from './digitising/reading.ts';
export type { ScannedPage } from './digitising/model.ts';
export { leafedWhole, pagesOf, pictureOfPage, wordsOfPage } from './pages/pages.ts';
export type { Leafed, PagesRefused } from './pages/pages.ts';
export { clamd } from './inspection/antivirus.ts';
export { isQuarantined, openDocument, openInParts, openingsOf, openingsOfOwners } from './store/openings.ts';
export { askedRange } from './rules/byte-range.ts';
export type { Opening, Reader, Shown } from './store/openings.ts';
export { rescan } from './store/rescan.ts';
export type { Rescan } from './store/rescan.ts';
export { destroyOwner } from './store/destroy.ts';
export { letGo } from './store/let-go.ts';
export { checkDocuments, checkIntegrity, copyToSecond, dropOldStorageKeys, rotateKeys, storeSizes, sweepOrphans } from './store/care.ts';
export type { IntegrityReport, StoreSizes } from './store/care.ts';
export { nightOf, onceANight } from './store/night-work.ts';
export { lastStampRound, renewStamps } from './store/renew-stamps.ts';
export type { StampRound } from './store/renew-stamps.ts';
export type { StampProofs } from './signing/renew-stamp.ts';
export { acceptUpload, storeDocument, readDocument, documentsOf, documentsOfEach, moveDocuments } from './store/documents.ts';
export { markedCopy } from './marking/mark.ts';
export type { PurposeMark } from './marking/mark.ts';
export { printedCopy } from './marking/printed-copy.ts';
export type { CopyMark } from './marking/printed-copy.ts';
export { documentsWithContent } from './store/with-content.ts';
export type { ContentUse } from './store/with-content.ts';
export { uploadRuleOn } from './rules/upload-rule.ts';
export { attachmentHeader, cleanFileName } from './rules/file-name.ts';
export { renderPaper, renderPaperWithPlaces } from './paper/render.ts';
export type { Paper, PdfStandard, NamedPlace, Printed } from './paper/render.ts';
export { qrSvg, code128Svg } from './paper/barcode.ts';
export { issueToken, verifyToken, verificationUrl } from './verification/token.ts';
export type { TokenClaims, TokenRefusal } from './verification/token.ts';
export { publicKeyText } from './verification/token.ts';
export { tokenKeyOf } from './store/token-key.ts';
export type { TokenKeys } from './store/token-key.ts';
export { freePlace } from './signing/free-place.ts';
export { inkPicture, mostPictureBytes } from './pictures/picture.ts';
export { specimenPicture } from './pictures/specimen.ts';
export type { PictureKind } from './pictures/model.ts';
export { endSignaturePicture, enterSignaturePicture, signaturePictureOf, signaturePicturesOf } from './store/signature-pictures.ts';
export type { PictureLine, PictureOwner } from './store/signature-pictures.ts';
export { placeOfPicture, placeOverThird } from './signing/look.ts';
export type { SignatureLook, SignaturePicture } from './signing/look.ts';
export { signingTable } from './signing/signing-table.ts';
export type { SigningPlace } from './signing/signing-table.ts';
export { signContent } from './signing/sign-content.ts';
export { lastPageOf, signPdf } from './signing/sign-pdf.ts';
export { timestampAuthority, TimestampRefused } from './signing/timestamp-client.ts';
export { isRevoked, revocationSource, RevocationUnknown } from './signing/revocation-client.ts';
export type { RevocationTransport } from './signing/revocation-client.ts';
export { authorityServices } from './signing/test-authority-services.ts';
export type { AuthorityServices } from './signing/test-authority-services.ts';
export { validatePdf } from './validation/validate-pdf.ts';
export { reportSent } from './validation/report-sent.ts';
export type { ValidationQuestion } from './validation/validate-pdf.ts';
export { validateContent } from './validation/validate-content.ts';
export type { ContentVerdict } from './validation/validate-content.ts';
export type { DocumentReport, SignatureReport, Verdict, VerdictCode } from './validation/model.ts';
export type { RevocationData } from './validation/revocation.ts';
export { createTestAuthority } from './signing/test-authority.ts';
export type { CertificateSubject, IssuedCertificate, TestAuthority } from './signing/test-authority.ts';
export { certifiedAt, issueSigningIdentity, signingIdentityOf, testAuthorityOf } from './store/signing-identities.ts';
export type { IdentityOrder, SigningOwner } from './store/signing-identities.ts';
export type { DocumentMeta, DocumentOwner, StoredDocument, Upload, OwnPaper, UploadRule, UploadRefusal, StorageFault } from './model.ts';
export { certificateFacts, endSigningMeans, enterSigningMeans, signingMeansOf } from './store/signing-means.ts';
export type { KeyPlace, SigningMeans } from './store/signing-means.ts';
export { KeyRefused } from './signing/model.ts';
export type { LongTermProofs, RevocationSource, Sign, SignerKind, TimestampAuthority, SigningIdentity, SignatureOrder, Place, Trust } from './signing/model.ts';
