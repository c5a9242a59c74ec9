// SPDX-License-Identifier: EUPL-1.2
/** The dependency table: which module may import which. All may import packages/*. The checks read it; docs/architecture.md is drawn from it. */
export const mayImport = {
  proposals: [],
  organisation: [],
  deadlines: [],
  decisions: [],
  eforms: ['proposals'],
  workflow: ['decisions', 'proposals'],
  documents: [],
  messages: ['proposals'],
  packs: ['documents', 'proposals'],
  vault: ['documents', 'organisation'],
  access: ['organisation'],
  'statutory-forms': ['documents', 'proposals'],
  'paper-templates': ['documents', 'eforms', 'proposals'],
  catalogue: ['organisation', 'deadlines', 'decisions', 'eforms', 'workflow', 'proposals'],
  dossiers: ['messages', 'paper-templates', 'catalogue', 'organisation', 'deadlines', 'eforms', 'workflow', 'documents', 'statutory-forms', 'proposals', 'vault'],
  archive: ['catalogue', 'documents', 'dossiers', 'organisation', 'vault'],
  'back-files': ['catalogue', 'documents', 'dossiers', 'messages', 'organisation', 'vault'],
  reform: ['catalogue', 'organisation', 'deadlines', 'documents', 'dossiers', 'proposals'],
};

/** Layers from the ground up, for the picture. */
export const layers = [
  ['kernel', 'legal', 'i18n', 'db-kit', 'http-kit', 'xml-kit', 'web-kit', 'ui'],
  ['proposals', 'decisions'],
  ['organisation', 'deadlines', 'eforms', 'workflow', 'documents', 'messages'],
  ['access', 'statutory-forms', 'paper-templates', 'packs', 'vault'],
  ['catalogue'],
  ['dossiers'],
  ['reform', 'archive', 'back-files'],
  ['identity', 'national-portal', 'national-procedures', 'registers', 'trust-services'],
  ['server', 'cli', 'citizen-portal', 'officer-workspace'],
];
