import type { OwnDataPage, ReadOwnDataInput } from '#contracts';
import { type Call, Database, readOwnData, Seal } from '#platform';
import { Injectable } from '@nestjs/common';
import { ownSections } from './own.data.js';
import { sealedColumns } from './sealed.columns.js';

/** A person's own data, to that person alone. */
@Injectable()
export class OwnDataService {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  /** @throws DomainError `cursor.invalid` */
  read(input: ReadOwnDataInput, { actor }: Call): Promise<OwnDataPage> {
    const { database, seal } = this;
    return readOwnData(database, { sections: ownSections, sealed: sealedColumns, seal }, actor.id, input);
  }
}
