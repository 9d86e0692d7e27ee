import { type ById, DomainError, portraitPurpose, portraits, type PortraitView } from '#contracts';
import { type Call, Database, RpcClient, Seal, systemCall } from '#platform';
import { Injectable } from '@nestjs/common';
import { findComer } from './comers.store.js';
import { RevealsService } from './reveals.service.js';

/** Who comes, for those they come to. */
@Injectable()
export class ComersService {
  constructor(
    private readonly database: Database,
    private readonly rpc: RpcClient,
    private readonly seal: Seal,
    private readonly reveals: RevealsService,
  ) {}

  /** The look is written down before anything is shown. @throws DomainError `resource.notFound` */
  async portrait({ id }: ById, { actor, traceId }: Call): Promise<PortraitView> {
    const comer = await findComer(this.database, id, actor.id);
    if (!comer) throw new DomainError('resource.notFound');
    const { cityCode, errandId, volunteerId } = comer;
    const call = systemCall('tasks', traceId);
    const { imageSealed } = await this.rpc.call(portraits.sealed, { id: volunteerId }, call);
    if (imageSealed === undefined) return {};
    const image = this.seal.open(imageSealed, portraitPurpose);
    const looked = { cityCode, subjectId: volunteerId, fields: ['portrait' as const], errandId };
    await this.reveals.note(this.database.orm.manager, actor, [looked]);
    return { image };
  }
}
