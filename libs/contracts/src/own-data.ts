import type { ServiceName } from './contract.js';
import { defineRpc } from './contract.js';
import { ListOf, Text } from './fields.js';

export class ReadOwnDataInput {
  @Text({ max: 200, optional: true }) cursor?: string;
}

/** Something a service keeps of the person, with what is sealed in plain. */
export class OwnDatum {
  @Text({ max: 60, description: 'What kind of thing it is.' }) section!: string;
  @Text({ max: 500_000, description: 'JSON.' }) content!: string;
}

export class OwnDataPage {
  @ListOf(() => OwnDatum, { max: 100, description: 'Section by section.' }) items!: OwnDatum[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

/** The whole of what a service keeps of the caller, page by page; of nobody else. */
const read = (service: ServiceName) =>
  defineRpc({
    subject: `${service}.readOwnData`,
    input: ReadOwnDataInput,
    output: OwnDataPage,
    errors: ['cursor.invalid'],
    callers: ['volunteer', 'resident'],
    reach: 'own',
    deadlineMs: 15_000,
  });

export const registerData = { read: read('volunteers') };
export const serviceData = { read: read('tasks') };
export const creditData = { read: read('ledger') };
